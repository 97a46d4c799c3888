export type { AsyncClient, AsyncClientOptions } from './clients/async-client.ts';
export { createAsyncClient } from './clients/async-client.ts';
export type { CallOptions, ClientOptions, RetryOptions } from './clients/options.ts';
export type { SyncClient, SyncClientOptions } from './clients/sync-client.ts';
export { createSyncClient } from './clients/sync-client.ts';
export type { AsyncToken, SyncToken, TokenFor, TokenSource } from './clients/token.ts';
export { redact } from './errors/redact.ts';
export type {
  ClientErrorCode,
  ErrorDetail,
  TelecrmErrorCode,
  TelecrmErrorOf,
} from './errors/telecrm-error.ts';
export { isTelecrmError, TelecrmError } from './errors/telecrm-error.ts';
export { fetchFieldRules } from './fields/fetch-field-rules.ts';
export type { FieldRules } from './fields/field-rules.ts';
export type { AsyncMethods } from './generated/async-methods.ts';
export type { ApiErrorCode, DocumentedErrors } from './generated/errors.ts';
export type { SyncMethods } from './generated/sync-methods.ts';
export type { IngestManyOptions, IngestOutcome } from './ingest/ingest-many.ts';
export { ingestMany } from './ingest/ingest-many.ts';
export type { IngestProgress } from './ingest/progress.ts';
export { findLead } from './leads/find-lead.ts';
export type { UpsertLeadOptions, UpsertResult } from './leads/upsert-lead.ts';
export { upsertLead } from './leads/upsert-lead.ts';
export type { LogEvent, Logger } from './logging/logger.ts';
export type { PagedMethod, UnlessPaged } from './paging/paged-method.ts';
export type { AcquireOptions, RateLimiter } from './rate-limit/limiter.ts';
export type { RateLimiterOptions } from './rate-limit/rate-limiter.ts';
export { createRateLimiter } from './rate-limit/rate-limiter.ts';
export type { Acknowledgement } from './results/acknowledgement.ts';
export { assertComplete, IncompleteError } from './results/assert-complete.ts';
export type {
  IgnoredOptions,
  IgnoredValue,
  SentBody,
  StoreResult,
} from './results/ignored-values.ts';
export { ignoredValues } from './results/ignored-values.ts';
export type { Result, ResultMethods } from './results/result.ts';
export type { Amount } from './values/amount.ts';
export type { CustomAction, CustomActionArguments } from './values/custom-action.ts';
export { customAction } from './values/custom-action.ts';
export type {
  ActionCode,
  ActionNumber,
  CustomActionType,
} from './values/custom-action-type.ts';
export { dateRange } from './values/date-range.ts';
export { formatAmount } from './values/format-amount.ts';
export { isAction } from './values/is-action.ts';
export { newOption } from './values/new-option.ts';
export { toEpochMs } from './values/to-epoch-ms.ts';
export type { Verification, VerifyOptions } from './verify/ingest-and-verify.ts';
export { ingestAndVerify } from './verify/ingest-and-verify.ts';
export type { MissingValue } from './verify/lead-snapshot.ts';
export type { VerifiedLead, VerifyManyOptions } from './verify/verify-many.ts';
export { verifyMany } from './verify/verify-many.ts';
export type {
  AsyncOperations,
  AsyncPaths,
  AsyncSchemas,
  SyncOperations,
  SyncPaths,
  SyncSchemas,
} from './wire-types.ts';
export type * from './workspace/actions.ts';
export type { AnyWorkspace } from './workspace/any-workspace.ts';
export type * from './workspace/leads.ts';
export type {
  ActionTypes,
  LeadTypes,
  NewOption,
  OneOrMany,
  Range,
  StoredLabel,
  WorkspaceTypes,
} from './workspace-types.ts';
