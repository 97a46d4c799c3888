import type * as async from './generated/async.ts';
import type * as sync from './generated/sync.ts';
import type { AsyncLeadRequest, CreateLeadRequest } from './workspace/leads.ts';
import type { Replace } from './workspace/replace.ts';

/**
 * Every schema of the Sync API by name: the bodies you send and the bodies you get.
 *
 * @example
 * ```ts
 * import type { SyncSchemas } from '@telecrm/client';
 *
 * type Payment = SyncSchemas['PaymentAction'];
 * const payment: Payment = { type: 'PAYMENT', status: 'PENDING', currency: 'INR', amount: '5000' };
 * console.log(payment.amount);
 * ```
 */
export interface SyncSchemas
  extends Replace<sync.components['schemas'], { CreateLeadRequest: object }> {
  /** The lead to create, with the first actions on its timeline. */
  CreateLeadRequest: CreateLeadRequest;
}

/**
 * Every schema of the Async API by name.
 *
 * @example
 * ```ts
 * import type { AsyncSchemas } from '@telecrm/client';
 *
 * type Lead = AsyncSchemas['AsyncLeadRequest'];
 * const lead: Lead = { fields: { phone: '919999999999' } };
 * console.log(lead.fields);
 * ```
 */
export interface AsyncSchemas
  extends Replace<async.components['schemas'], { AsyncLeadRequest: object }> {
  /** The lead to create or to update, with the actions to append. */
  AsyncLeadRequest: AsyncLeadRequest;
}

/** The Sync API as openapi-fetch reads it: path, then method, then operation. */
export type SyncPaths = sync.paths;

/** The Async API as openapi-fetch reads it: path, then method, then operation. */
export type AsyncPaths = async.paths;

/** Every operation of the Sync API by its operation ID: parameters, body and responses. */
export type SyncOperations = sync.operations;

/** Every operation of the Async API by its operation ID: parameters, body and responses. */
export type AsyncOperations = async.operations;
