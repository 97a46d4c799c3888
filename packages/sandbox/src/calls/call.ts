import type { Remark } from '@telecrm/workspace';
import type { CallContext } from '../clock/clock.ts';
import type { ApiRequest } from '../http/api-request.ts';
import type { Operation } from '../operations/operation.ts';
import type { SentRequest } from '../requests/logged-request.ts';
import { formatIssue } from '../validation/format-issue.ts';
import type { ValidationIssue } from '../validation/validation-issue.ts';
import type { Grant } from '../workspaces/registry.ts';

/** One call of an operation, with what becomes known about it. */
export interface Call {
  readonly operation: Operation;
  readonly request: ApiRequest;
  /** The steps of its path, still percent-encoded. */
  readonly segments: readonly string[];
  readonly grant: Grant | undefined;
  readonly context: CallContext;
  /** What breaks the spec, in the request or in the response. To be added to; for the log of requests. */
  readonly notes: string[];
  hadFault: boolean;
  /** What it has sent, once that is known, and how many bytes the body of it had. */
  sent?: SentRequest;
  bytes: number;
  /** What was not stored. */
  dropped: readonly Remark[];
  ingestionId: string | null;
}

/** How many issues of one request are remembered. */
const maxNotes = 5;

/** Notes issues for the log of requests. */
export function note({ notes }: Call, issues: readonly ValidationIssue[]): void {
  notes.push(...issues.slice(0, maxNotes).map(formatIssue));
}
