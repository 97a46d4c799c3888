import { operations } from '../generated/async-operations.ts';
import { asyncLimiter, asyncUrl } from '../generated/facts.ts';
import { withPrefixedTypes } from '../values/action-types.ts';
import type { ApiDefinition } from './transport.ts';

export const asyncApi: ApiDefinition = {
  type: 'Async',
  production: asyncUrl,
  operations,
  prepareBody: withPrefixedTypes,
  limiter: asyncLimiter,
};
