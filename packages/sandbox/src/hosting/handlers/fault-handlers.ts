import { type HostingHandlers, type OfWorkspace, ok } from '../../control/handler.ts';
import { workspaceNotFound } from '../../control/workspace-errors.ts';
import type { Fault } from '../../faults/fault.ts';
import { indexOfFault } from '../../faults/index-of-fault.ts';
import { unknownOperation } from '../../faults/parse-faults.ts';
import { maxFaults } from '../../generated/limits.ts';
import { type ApiResponse, errorResponse } from '../../http/api-response.ts';
import { bodyLimit } from '../../http/read-json.ts';
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
      let rejection: ApiResponse | undefined;
      const left = await faults.update(workspace.enterpriseId, (current) => {
        const all = [...current, fault];
        if (all.length > limit) rejection = quotaExceeded('faults', limit);
        // One request cannot set more than this either.
        else if (JSON.stringify(all).length > bodyLimit) rejection = faultsTooLarge();
        else rejection = undefined;
        return rejection ? current : all;
      });
      return left === undefined ? workspaceNotFound() : (rejection ?? ok(left));
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

function faultsTooLarge(): ApiResponse {
  const message = `The quota of ${bodyLimit} characters in the faults of a workspace is exceeded: send a shorter body, or remove a fault first.`;
  return errorResponse(403, 'QUOTA_EXCEEDED', message);
}

function faultNotFound(): ApiResponse {
  const message = 'body is not an active fault: GET …/faults lists the faults.';
  return errorResponse(404, 'FAULT_NOT_FOUND', message);
}
