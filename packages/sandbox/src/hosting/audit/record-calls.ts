import type { HostingContext } from '../context.ts';
import type { ControlExtension } from '../control-extension.ts';
import type { AuditTrail } from './audit-trail.ts';
import { createMinuteLimit } from './minute-limit.ts';

/** The maximum number of entries per minute about callers without a key. */
const openEntriesPerMinute = 60;

/** Records calls that may change something, before they are processed. */
export function recordCalls(
  { server, now }: HostingContext,
  trail: AuditTrail,
): ControlExtension['audit'] {
  const { workspaces } = server.storage;
  const mayRecordOpen = createMinuteLimit(openEntriesPerMinute);
  return async ({ actor, partnerId }, { operation, enterpriseId }) => {
    if (operation.method === 'GET' || (actor === 'open' && !mayRecordOpen())) return undefined;
    const named = operation.path.includes('{enterpriseId}') ? enterpriseId : undefined;
    // Any other text in its place may be a key that was pasted by mistake.
    const isWorkspace = named !== undefined && (await workspaces.get(named)) !== undefined;
    return trail.begin({
      time: now(),
      ...{ actor, partnerId, operation: operation.id },
      enterpriseId: isWorkspace ? named : null,
    });
  };
}
