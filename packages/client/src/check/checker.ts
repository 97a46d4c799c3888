import { parseBody } from '../request/body.ts';
import type { BodyCheck } from '../request/body-check.ts';
import {
  type DroppedPart,
  droppedParts,
  readWorkspace,
  type WorkspaceFile,
} from './dropped-parts.ts';
import { WouldBeDroppedError } from './would-be-dropped-error.ts';

/** A body of which telecrm would drop parts. */
export interface PartialBody {
  readonly api: 'sync' | 'async';
  readonly operationId: string;
  /** The body as it would be sent. */
  readonly body: unknown;
  readonly dropped: readonly DroppedPart[];
}

/** Options of {@link checker}. */
export interface CheckerOptions {
  /**
   * - `warn`: the body is sent all the same; the client's `logger` gets an event.
   * - `throw`: nothing is sent, and the call fails with a {@link WouldBeDroppedError}.
   *
   * @default 'warn'
   */
  readonly mode?: 'warn' | 'throw' | undefined;
  /** Called for each body of which parts would be dropped. If it throws, the body is not sent. */
  readonly onDrop?: ((body: PartialBody) => void) | undefined;
}

/** What is checked of which operations. An update may hold what a new lead may not, such as empty text. */
const checks = {
  createOrUpdateLead: { api: 'async', part: 'lead' },
  createLead: { api: 'sync', part: 'lead' },
  createActions: { api: 'sync', part: 'actions' },
} as const;

function isChecked(operationId: string): operationId is keyof typeof checks {
  return Object.hasOwn(checks, operationId);
}

/**
 * A check for the option `check` of both clients: what telecrm would drop of a lead is known before it is sent, by the
 * rules of the sandbox. Needs `@telecrm/workspace` installed.
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
  const { mode = 'warn', onDrop } = options;
  return ({ operation, body: json = '' }, log) => {
    const operationId = operation?.id ?? '';
    if (!isChecked(operationId)) return;
    const { api, part } = checks[operationId];
    const body = parseBody(json);
    const dropped = droppedParts(definition, body, api, part);
    if (dropped.length === 0) return;
    log({ type: 'WOULD_BE_DROPPED', operationId, attempt: 1, durationMs: 0 });
    onDrop?.({ api, operationId, body, dropped });
    if (mode === 'throw') throw new WouldBeDroppedError(operationId, dropped);
  };
}
