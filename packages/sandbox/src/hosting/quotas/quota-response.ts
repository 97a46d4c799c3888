import { type ApiResponse, errorResponse } from '../../http/api-response.ts';
import type { Quotas } from './quotas.ts';

const fixes: Readonly<Record<keyof Quotas, { what: string; fix: string }>> = {
  workspaces: { what: 'workspaces', fix: 'delete a workspace first' },
  leads: { what: 'leads in a workspace', fix: 'reset the workspace or use another one' },
  actions: { what: 'actions in a workspace', fix: 'reset the workspace or use another one' },
  bytes: { what: 'bytes in a workspace', fix: 'reset the workspace or use another one' },
  requestsPerMinute: { what: 'requests a minute', fix: 'wait for the time in Retry-After' },
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
  if (retryAfterSeconds === undefined) return errorResponse(403, 'QUOTA_EXCEEDED', message);
  const headers = { 'retry-after': String(retryAfterSeconds) };
  return errorResponse(429, 'QUOTA_EXCEEDED', message, headers);
}

/** The response to somebody without a key, who cannot delete the workspaces of others. */
export function unclaimedExceeded(limit: number): ApiResponse {
  const message = `The quota of ${limit} workspaces that nobody has claimed is used up: try again later, or send the key of a partner.`;
  return errorResponse(403, 'QUOTA_EXCEEDED', message);
}

/** The response to too many calls of the control surface. */
export function callsExceeded(limit: number, retryAfterSeconds: number): ApiResponse {
  const message = `The quota of ${limit} calls of the control surface a minute is used up: wait for the time in Retry-After, or claim the workspace with the key of a partner.`;
  const headers = { 'retry-after': String(retryAfterSeconds) };
  return errorResponse(429, 'QUOTA_EXCEEDED', message, headers);
}
