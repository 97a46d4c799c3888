import { type ApiResponse, errorResponse } from '../http/api-response.ts';

/** The response if a workspace does not exist, or not for this caller. */
export function workspaceNotFound(): ApiResponse {
  const message =
    'path.enterpriseId is unknown: create the workspace with POST /_sandbox/workspaces.';
  return errorResponse(404, 'ENTERPRISE_NOT_FOUND', message);
}

/** The response to a change of a workspace that has expired. */
export function workspaceExpired(): ApiResponse {
  const message =
    'path.enterpriseId has expired: create another workspace with POST /_sandbox/workspaces.';
  return errorResponse(404, 'ENTERPRISE_NOT_FOUND', message);
}

/** The response if another workspace has the enterprise ID. */
export function workspaceTaken(): ApiResponse {
  const message =
    'body.enterpriseId is in use: leave it out to get a new one, or delete that workspace first.';
  return errorResponse(409, 'WORKSPACE_ALREADY_EXISTS', message);
}

/** The response to a definition that is too large for a caller without a key. */
export function definitionTooLarge(maxLength: number): ApiResponse {
  const message = `The quota of ${maxLength} characters in the definition of an unclaimed workspace is exceeded: send a smaller one, or the key of a partner.`;
  return errorResponse(403, 'QUOTA_EXCEEDED', message);
}
