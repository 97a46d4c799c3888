import type { ApiResponse } from '../../http/api-response.ts';
import type { Operation } from '../../operations/operation.ts';
import type { HostingContext } from '../context.ts';
import type { ControlExtension } from '../control-extension.ts';
import type { AuditTrail } from './audit-trail.ts';
import { createMinuteLimit } from './minute-limit.ts';

/** The maximum number of entries per minute about rejected calls without a key. */
const rejectedPerMinute = 60;

/** The operations whose responses contain the ID of what they have created. */
const creating: readonly string[] = ['createWorkspace', 'cloneWorkspace', 'createPartner'];

/**
 * Records calls that may change something, before they are processed. Rejected calls without a key are limited, because
 * anybody can send them. While the limit is used up, other calls without a key are recorded afterwards.
 */
export function recordCalls(
  { server, now }: HostingContext,
  trail: AuditTrail,
): ControlExtension['audit'] {
  const { workspaces } = server.storage;
  const rejected = createMinuteLimit(rejectedPerMinute);
  return async ({ actor, partnerId }, { operation, enterpriseId }) => {
    if (operation.method === 'GET') return undefined;
    const isOpen = actor === 'open';
    const isLate = isOpen && !rejected.take();
    const named = operation.path.includes('{enterpriseId}') ? enterpriseId : undefined;
    // Any other text in its place may be a key that was pasted by mistake.
    const isWorkspace = named !== undefined && (await workspaces.get(named)) !== undefined;
    const entry = {
      time: now(),
      ...{ actor, partnerId, operation: operation.id },
      enterpriseId: isWorkspace ? named : null,
    };
    const complete = isLate ? undefined : await trail.begin(entry);
    return async (response) => {
      const result = {
        status: response.status,
        subject: subjectOf(operation, enterpriseId, response),
      };
      const isRejected = response.status >= 400 && response.status < 500;
      if (complete) {
        if (isOpen && !isRejected) rejected.giveBack();
        await complete(result);
      } else if (!isRejected) await trail.note(entry, result);
    };
  };
}

/**
 * The ID of what a call has created, or of the partner that it names. Only of a successful call: in a failed one, the
 * text in its place may be a key that was pasted by mistake.
 *
 * @param named The part of the path where these IDs are.
 */
function subjectOf(
  { path, id }: Operation<'control'>,
  named: string | undefined,
  { status, body }: ApiResponse,
): string | null {
  if (status >= 400) return null;
  if (path.includes('{partnerId}')) return named ?? null;
  if (!creating.includes(id)) return null;
  // The responses have been validated against the description.
  const { enterpriseId, partnerId } = body as { enterpriseId?: string; partnerId?: string };
  return enterpriseId ?? partnerId ?? null;
}
