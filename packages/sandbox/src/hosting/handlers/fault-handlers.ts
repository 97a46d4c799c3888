import { type HostingHandlers, type OfWorkspace, ok } from '../../control/handler.ts';
import { workspaceNotFound } from '../../control/workspace-errors.ts';
import type { Fault } from '../../faults/fault.ts';
import { indexOfFault } from '../../faults/index-of-fault.ts';
import { unknownOperation } from '../../faults/parse-faults.ts';
import { maxFaults } from '../../generated/limits.ts';
import { type ApiResponse, errorResponse } from '../../http/api-response.ts';
import type { HostingContext } from '../context.ts';
import { quotaExceeded } from '../quotas/quota-response.ts';

/** Handlers that change one fault of a workspace, so that concurrent changes are not lost. */
export function createFaultHandlers(
  { server, quotasOf }: HostingContext,
  ofWorkspace: OfWorkspace,
): HostingHandlers<'faults'> {
  const { faults } = server.storage;
  return {
    addFault: ofWorkspace(async (workspace, { body }) => {
      // It has been validated against the description.
      const fault = body as Fault;
      const problem = unknownOperation([fault], 'body');
      if (problem) return errorResponse(400, 'BAD_REQUEST', problem.replace('body[0]', 'body'));
      const limit = quotasOf(workspace)?.faults ?? maxFaults;
      let isAdded = false;
      const left = await faults.update(workspace.enterpriseId, (current) => {
        isAdded = current.length < limit;
        return isAdded ? [...current, fault] : current;
      });
      if (left === undefined) return workspaceNotFound();
      return isAdded ? ok(left) : quotaExceeded('faults', limit);
    }),
    removeFault: ofWorkspace(async ({ enterpriseId }, { body }) => {
      // It has been validated against the description.
      const fault = body as Fault;
      let index = -1;
      const left = await faults.update(enterpriseId, (current) => {
        index = indexOfFault(current, fault);
        return current.filter((_, at) => at !== index);
      });
      if (left === undefined) return workspaceNotFound();
      return index >= 0 ? ok(left) : faultNotFound();
    }),
  };
}

function faultNotFound(): ApiResponse {
  const message = 'body is not an active fault: GET …/faults lists the faults.';
  return errorResponse(404, 'FAULT_NOT_FOUND', message);
}
