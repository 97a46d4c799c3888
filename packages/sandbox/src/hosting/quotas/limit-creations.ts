import type { Handler } from '../../control/handler.ts';
import { type ApiResponse, errorResponse } from '../../http/api-response.ts';
import { hashToken } from '../../tokens/hash-token.ts';
import { type HostingContext, unclaimedMs } from '../context.ts';

/**
 * How many workspaces callers without a key can create from each network by default, within 24 hours.
 *
 * @example
 * ```ts
 * import { createHosting, defaultOpenPerAddress } from '@telecrm/sandbox/hosting';
 *
 * createHosting({ adminToken: 'the-admin-token', open: true, openPerAddress: 2 * defaultOpenPerAddress });
 * ```
 */
export const defaultOpenPerAddress = 20;

const seconds = unclaimedMs / 1000;

/**
 * Limits how many workspaces each network can create without a key: otherwise one caller could use up the quota of all
 * unclaimed workspaces. The period is their lifetime, so the limit also holds for those that exist at the same time. The
 * storage only gets a hash of the network.
 *
 * @returns A function that limits a handler which creates a workspace.
 */
export function limitCreations({ server, options, creations }: HostingContext) {
  const { openPerAddress: requests = defaultOpenPerAddress } = options;
  return (handle: Handler): Handler =>
    async (request) => {
      const { actor, network } = request.caller;
      if (actor !== 'open' || network === undefined || requests === 0) return handle(request);
      const caller = await hashToken(`network ${network}`);
      const wait = await creations.take(caller, { requests, seconds });
      if (wait > 0) return tooMany(requests, wait);
      let isCreated = false;
      try {
        const response = await handle(request);
        isCreated = response.status === 201;
        return response;
      } finally {
        // If this fails, the caller can create one less, but the response is still the right one.
        if (!isCreated) {
          await creations.giveBack(caller).catch((error: unknown) => {
            const name = error instanceof Error ? error.name : typeof error;
            server.log(`${name} while a workspace that was not created is subtracted`);
          });
        }
      }
    };
}

function tooMany(limit: number, retryAfterSeconds: number): ApiResponse {
  const message = `The limit of ${limit} workspaces in 24 hours without a key is used up for this address: wait for the time in Retry-After, or send the key of a partner.`;
  const headers = { 'retry-after': String(retryAfterSeconds) };
  return errorResponse(429, 'QUOTA_EXCEEDED', message, headers);
}
