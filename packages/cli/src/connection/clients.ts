import {
  type AsyncClient,
  type ClientOptions,
  createAsyncClient,
  createSyncClient,
  type SyncClient,
} from '@telecrm/client';
import { misuse } from '../program/exit-codes.ts';
import { version } from '../program/version.ts';
import type { Environment } from './environment.ts';

/** Creates a Sync client from environment variables. */
export function syncClient(env: Environment, options: ClientOptions = {}): SyncClient {
  return create(() =>
    createSyncClient({
      ...common(env, options),
      // An empty string instead of `undefined`, which would make the client read the environment of the process.
      token: env.TELECRM_SYNC_TOKEN ?? '',
      ...(env.TELECRM_SYNC_URL && { baseUrl: env.TELECRM_SYNC_URL }),
    }),
  );
}

/** Creates an Async client from environment variables. */
export function asyncClient(env: Environment, options: ClientOptions = {}): AsyncClient {
  return create(() =>
    createAsyncClient({
      ...common(env, options),
      token: env.TELECRM_ASYNC_TOKEN ?? '',
      ...(env.TELECRM_ASYNC_URL && { baseUrl: env.TELECRM_ASYNC_URL }),
    }),
  );
}

function common(env: Environment, options: ClientOptions): ClientOptions {
  return {
    enterpriseId: env.TELECRM_ENTERPRISE_ID ?? '',
    headers: { 'User-Agent': `telecrm-cli/${version}` },
    ...options,
  };
}

function create<Client>(make: () => Client): Client {
  try {
    return make();
  } catch (error) {
    // The message names the options and variables that are missing or invalid.
    throw misuse(error instanceof Error ? error.message : String(error));
  }
}
