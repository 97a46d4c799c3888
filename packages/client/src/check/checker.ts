import { assertOptions } from '../arguments/assert-argument.ts';
import { parseBody } from '../request/body.ts';
import type { BodyCheck } from '../request/body-check.ts';
import { checkBody, type DroppedPart, readWorkspace, type WorkspaceFile } from './check-body.ts';
import { WouldBeDroppedError } from './would-be-dropped-error.ts';

/** A body with the results of its check. */
export interface CheckedBody {
  readonly api: 'sync' | 'async';
  readonly operationId: string;
  /** The body as it would be sent. */
  readonly body: unknown;
  /** What telecrm would not store. */
  readonly dropped: readonly DroppedPart[];
  /**
   * What telecrm would store although it is probably unintended: a dropdown label that becomes a new option, or an
   * assignee who is not in the team of the workspace file.
   */
  readonly warnings: readonly DroppedPart[];
}

/** Options of {@link checker}. */
export interface CheckerOptions {
  /**
   * - `warn`: the body is sent anyway; the client's `logger` receives an event.
   * - `throw`: nothing is sent, and the call fails with a {@link WouldBeDroppedError}.
   *
   * @default 'warn'
   */
  readonly mode?: 'warn' | 'throw' | undefined;
  /** Called for each body that telecrm would not store completely. If it throws, the body is not sent. */
  readonly onDrop?: ((body: CheckedBody) => void) | undefined;
  /** Called for each body with `warnings`, which are never an error. If it throws, the body is not sent. */
  readonly onWarning?: ((body: CheckedBody) => void) | undefined;
}

/**
 * Creates a check for the option `check` of both clients and of those of `@telecrm/client/http`. It finds the parts of a
 * lead, an action or an update that telecrm would drop, with the same rules as the sandbox, before anything is sent.
 * Requires `@telecrm/workspace`.
 *
 * @param workspace The content of your `telecrm.workspace.json`.
 * @throws DefinitionError when it is not valid.
 *
 * @example
 * ```ts
 * import { createAsyncClient } from '@telecrm/client';
 * import { checker } from '@telecrm/client/check';
 *
 * const workspace = { customFields: [{ apiName: 'budget', type: 'number' }] };
 * const onDrop = ({ dropped }: { dropped: readonly { field: string }[] }) =>
 *   console.warn(dropped.map(({ field }) => field));
 * const ingest = createAsyncClient({ check: checker(workspace, { onDrop }) });
 * await ingest.createOrUpdateLead({ body: { fields: { phone: '919999999999', budget: 'ten' } } });
 * ```
 */
export function checker(workspace: WorkspaceFile, options: CheckerOptions = {}): BodyCheck {
  const definition = readWorkspace(workspace);
  assertOptions(options);
  const { mode = 'warn', onDrop, onWarning } = options;
  if (mode !== 'warn' && mode !== 'throw') throw new TypeError("mode must be 'warn' or 'throw'");
  return ({ operation, body: json = '' }, log) => {
    const operationId = operation?.id ?? '';
    const body = parseBody(json);
    const verdict = checkBody(definition, operationId, body);
    if (!verdict) return;
    const api = operationId === 'createOrUpdateLead' ? 'async' : 'sync';
    const checked: CheckedBody = { api, operationId, body, ...verdict };
    if (checked.warnings.length > 0) onWarning?.(checked);
    if (checked.dropped.length === 0) return;
    log({ type: 'WOULD_BE_DROPPED', operationId, attempt: 1, durationMs: 0 });
    onDrop?.(checked);
    if (mode === 'throw') throw new WouldBeDroppedError(operationId, checked.dropped);
  };
}
