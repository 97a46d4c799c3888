export type { Acknowledgement } from './acknowledgement.ts';
export { assertComplete, IncompleteError } from './assert-complete.ts';
export type { AsyncClient, AsyncClientOptions } from './async.ts';
export { createAsyncClient } from './async.ts';
export type { ClientErrorCode, ErrorDetail, TelecrmErrorCode, TelecrmErrorOf } from './error.ts';
export { isTelecrmError, TelecrmError } from './error.ts';
export type { AsyncMethods } from './generated/async-methods.ts';
export type { ApiErrorCode, DocumentedErrors } from './generated/errors.ts';
export type { SyncMethods } from './generated/sync-methods.ts';
export type { Ignored, SentBody, StoreResult } from './ignored.ts';
export { ignored } from './ignored.ts';
export type { IngestManyOptions, IngestOutcome, IngestProgress } from './ingest-many.ts';
export { ingestMany } from './ingest-many.ts';
export type { Limits, RateLimiter } from './limiter.ts';
export { rateLimiter } from './limiter.ts';
export type { LogEvent, Logger } from './logger.ts';
export type { CallOptions, ClientOptions, RetryOptions } from './options.ts';
export type { PagedMethod } from './paging.ts';
export { redact } from './redact.ts';
export type { SyncClient, SyncClientOptions } from './sync.ts';
export { createSyncClient } from './sync.ts';
export type { Tried, Trying } from './try.ts';
export type { Upserted, UpsertOptions } from './upsert-lead.ts';
export { upsertLead } from './upsert-lead.ts';
export { amount } from './values/amount.ts';
export type { CustomAction } from './values/custom-action.ts';
export { customAction } from './values/custom-action.ts';
export { dateRange } from './values/date-range.ts';
export { epoch } from './values/epoch.ts';
export type { Missing, Verification, VerifyOptions } from './verify/ingest-and-verify.ts';
export { ingestAndVerify } from './verify/ingest-and-verify.ts';
export type {
  AsyncOperations,
  AsyncPaths,
  AsyncSchemas,
  SyncOperations,
  SyncPaths,
  SyncSchemas,
} from './wire.ts';
export type {
  ActionTypes,
  LeadTypes,
  NewOption,
  OneOrMany,
  Range,
  StoredLabel,
  WorkspaceTypes,
} from './workspace-types.ts';
