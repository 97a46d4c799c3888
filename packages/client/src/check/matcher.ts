import { checkBody, readWorkspace, type WorkspaceFile } from './check-body.ts';
import { linesOf } from './would-be-dropped-error.ts';

/** The matcher as a method of `expect`. */
export interface LeadMatchers<Result = unknown> {
  /** Whether telecrm would store the whole payload of a new lead. */
  toBeTakenBy(workspace: WorkspaceFile, api?: 'sync' | 'async'): Result;
}

/**
 * A matcher for Vitest and Jest: whether telecrm would store the whole payload of a new lead. If not, the message lists
 * what it would drop, why, and how to fix it. `@telecrm/client/check/vitest` and `@telecrm/client/check/jest` add it to
 * `expect`. Requires `@telecrm/workspace`.
 *
 * @param payload The body of `createOrUpdateLead`, or with the API `sync` that of `createLead`.
 * @param workspace The content of your `telecrm.workspace.json`.
 *
 * @example
 * ```ts
 * import { toBeTakenBy } from '@telecrm/client/check';
 *
 * const { pass, message } = toBeTakenBy({ fields: { phone: '919999999999', rating: 9 } }, {});
 * console.log(pass, message());
 * ```
 */
export function toBeTakenBy(
  payload: unknown,
  workspace: WorkspaceFile,
  api: 'sync' | 'async' = 'async',
): { pass: boolean; message: () => string } {
  if (api !== 'sync' && api !== 'async') throw new TypeError("api must be 'sync' or 'async'");
  const operationId = api === 'async' ? 'createOrUpdateLead' : 'createLead';
  const { dropped = [] } = checkBody(readWorkspace(workspace), operationId, payload) ?? {};
  const pass = dropped.length === 0;
  return {
    pass,
    message: () =>
      pass
        ? 'expected telecrm to drop a part of the payload, but it takes all of it'
        : `expected telecrm to take all of the payload, but it drops:${linesOf(dropped)}`,
  };
}
