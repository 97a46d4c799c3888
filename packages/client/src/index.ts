export type { AsyncClient, AsyncClientOptions } from './async.ts';
export { createAsyncClient } from './async.ts';
export type { ClientOptions } from './options.ts';
export type { SyncClient, SyncClientOptions } from './sync.ts';
export { createSyncClient } from './sync.ts';
export type {
  AsyncOperations,
  AsyncPaths,
  AsyncSchemas,
  SyncOperations,
  SyncPaths,
  SyncSchemas,
} from './wire.ts';
