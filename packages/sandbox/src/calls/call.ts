import type { Remark } from '@telecrm/workspace';
import type { CallContext } from '../clock/clock.ts';
import type { ApiRequest } from '../http/api-request.ts';
import type { Operation } from '../operations/operation.ts';
import type { SentRequest } from '../requests/logged-request.ts';
import type { TokenGrant } from '../storage/workspaces.ts';
import { formatIssue } from '../validation/format-issue.ts';
import type { ValidationIssue } from '../validation/validation-issue.ts';

/** A request to an operation, and data about it that is collected while it is processed. */
export interface Call {
  readonly operation: Operation;
  readonly request: ApiRequest;
  /** The segments of its path, still percent-encoded. */
  readonly segments: readonly string[];
  readonly grant: TokenGrant | undefined;
  readonly context: CallContext;
  /** Violations of the spec by the request or the response, for the request log. */
  readonly notes: string[];
  hadFault: boolean;
  /** The sent parameters and body once they have been parsed, and the size of that body in bytes. */
  sent?: SentRequest;
  bytes: number;
  /** The size of its body in bytes. */
  size: number;
  /** The parts that were not stored. */
  dropped: readonly Remark[];
  ingestionId: string | null;
}

/** The maximum number of issues that are logged per request. */
const maxNotes = 5;

/** Adds issues to the notes for the request log. */
export function note({ notes }: Call, issues: readonly ValidationIssue[]): void {
  notes.push(...issues.slice(0, maxNotes).map(formatIssue));
}
