import { syncLimiter, syncUrl } from '../generated/facts.ts';
import { operations } from '../generated/sync-operations.ts';
import { withBareTypes } from '../values/action-types.ts';
import type { ApiDefinition } from './transport.ts';

export const syncApi: ApiDefinition = {
  type: 'Sync',
  production: syncUrl,
  operations,
  prepareBody: withBareTypes,
  limiter: syncLimiter,
};
