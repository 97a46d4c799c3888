import { type ApiResponse, errorResponse } from '../../http/api-response.ts';
import type { Quotas } from './quotas.ts';

const fixes: Readonly<Record<keyof Quotas, { what: string; fix: string }>> = {
  workspaces: { what: 'workspaces', fix: 'delete a workspace first' },
  leads: { what: 'leads in a workspace', fix: 'reset the workspace or use another one' },
  actions: { what: 'actions in a workspace', fix: 'reset the workspace or use another one' },
  bytes: { what: 'bytes in a workspace', fix: 'reset the workspace or use another one' },
  requestsPerMinute: { what: 'requests a minute', fix: 'wait for the time in Retry-After' },
  controlCallsPerMinute: {
    what: 'calls of the control surface a minute',
    fix: 'wait for the time in Retry-After',
  },
  queued: { what: 'queued ingestions', fix: 'wait until the queue has been processed' },
  faults: { what: 'faults in a workspace', fix: 'send fewer' },
  snapshots: { what: 'snapshots of a workspace', fix: 'delete a snapshot first' },
};

export function quotaMessage(quota: keyof Quotas, value: number): string {
  const { what, fix } = fixes[quota];
  return `The quota of ${value} ${what} is used up: ${fix}.`;
}

/** The response if a quota is used up, with the quota, its value and the fix. */
export function quotaExceeded(
  quota: keyof Quotas,
  value: number,
  retryAfterSeconds?: number,
): ApiResponse {
  const message = quotaMessage(quota, value);
  if (retryAfterSeconds !== undefined) return exceeded(message, retryAfterSeconds);
  return errorResponse(403, 'QUOTA_EXCEEDED', message);
}

/** The response to somebody without a key, who cannot delete the workspaces of others. */
export function unclaimedExceeded(limit: number): ApiResponse {
  const message = `The quota of ${limit} workspaces that nobody has claimed is used up: try again later, or send the key of a partner.`;
  return errorResponse(403, 'QUOTA_EXCEEDED', message);
}

/** The response to too many calls of the control surface with the token of an unclaimed workspace. */
export function openCallsExceeded(limit: number, retryAfterSeconds: number): ApiResponse {
  const message = `${quotaMessage('controlCallsPerMinute', limit).slice(0, -1)}, or claim the workspace with the key of a partner.`;
  return exceeded(message, retryAfterSeconds);
}

/** The response to too many copies of workspaces that a partner requests at once. */
export function copiesExceeded(limit: number, retryAfterSeconds: number): ApiResponse {
  const message = `Only ${limit} snapshots, restores and clones of a partner can be requested at once: wait for the time in Retry-After, then send it again.`;
  return exceeded(message, retryAfterSeconds);
}

function exceeded(message: string, retryAfterSeconds: number): ApiResponse {
  const headers = { 'retry-after': String(retryAfterSeconds) };
  return errorResponse(429, 'QUOTA_EXCEEDED', message, headers);
}
