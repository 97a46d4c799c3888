import { syncRateLimit, syncUrl } from '../generated/facts.ts';
import { operations } from '../generated/sync-operations.ts';
import { createRateLimiter } from '../rate-limit/rate-limiter.ts';
import { withBareTypes } from '../values/action-types.ts';
import type { ApiDefinition } from './transport.ts';

export const syncApi: ApiDefinition = {
  type: 'Sync',
  production: syncUrl,
  operations,
  prepareBody: withBareTypes,
  // All clients of a process share the documented limit of a token.
  limiter: /* @__PURE__ */ createRateLimiter(syncRateLimit),
};
