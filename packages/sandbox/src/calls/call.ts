import type { Remark } from '@telecrm/workspace';
import type { CallContext } from '../clock/clock.ts';
import type { ApiRequest } from '../http/api-request.ts';
import type { Operation } from '../operations/operation.ts';
import type { SentRequest } from '../requests/logged-request.ts';
import type { TokenGrant } from '../storage/workspaces.ts';
import { formatIssue } from '../validation/format-issue.ts';
import type { ValidationIssue } from '../validation/validation-issue.ts';

/** A request to an operation, and what is found out about it. */
export interface Call {
  readonly operation: Operation;
  readonly request: ApiRequest;
  /** The segments of its path, still percent-encoded. */
  readonly segments: readonly string[];
  readonly grant: TokenGrant | undefined;
  readonly context: CallContext;
  /** How the request or the response violates the spec, for the request log. Added to while it is handled. */
  readonly notes: string[];
  hadFault: boolean;
  /** What it has sent, once that is known, and how many bytes the body of it had. */
  sent?: SentRequest;
  bytes: number;
  /** How many bytes its body had. */
  size: number;
  /** What was not stored. */
  dropped: readonly Remark[];
  ingestionId: string | null;
}

/** The maximum number of issues that are logged per request. */
const maxNotes = 5;

/** Adds issues to the notes for the request log. */
export function note({ notes }: Call, issues: readonly ValidationIssue[]): void {
  notes.push(...issues.slice(0, maxNotes).map(formatIssue));
}
