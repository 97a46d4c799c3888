import { operations } from '../generated/async-operations.ts';
import { asyncRateLimit, asyncUrl } from '../generated/facts.ts';
import { createRateLimiter } from '../rate-limit/rate-limiter.ts';
import { withPrefixedTypes } from '../values/action-types.ts';
import type { ApiDefinition } from './transport.ts';

export const asyncApi: ApiDefinition = {
  type: 'Async',
  production: asyncUrl,
  operations,
  prepareBody: withPrefixedTypes,
  // All clients of a process share the documented limit of a token.
  limiter: /* @__PURE__ */ createRateLimiter(asyncRateLimit),
};
