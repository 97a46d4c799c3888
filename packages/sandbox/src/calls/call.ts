import type { Remark } from '@telecrm/workspace';
import type { CallContext } from '../clock/clock.ts';
import type { ApiRequest } from '../http/api-request.ts';
import type { Operation } from '../operations/operation.ts';
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
}

/** How many issues of one request are remembered. */
const maxNotes = 5;

/** Notes issues for the log of requests. */
export function note({ notes }: Call, issues: readonly ValidationIssue[]): void {
  notes.push(...issues.slice(0, maxNotes).map(formatIssue));
}

/** Notes what a workspace has dropped of a request whose response cannot say so, and what is not noted yet. */
export function noteDropped({ notes }: Call, dropped: readonly Remark[]): void {
  const isNoted = ({ field }: Remark) => notes.some((one) => one.startsWith(`body.${field} `));
  for (const one of dropped.slice(0, maxNotes)) {
    if (!isNoted(one)) notes.push(`body.${one.field} was dropped. ${one.remark}`);
  }
}
