/**
 * The limits of records that a storage may delete.
 *
 * @example
 * ```ts
 * import { retention } from '@telecrm/sandbox/storage';
 *
 * console.log(retention.ingestions, retention.requests);
 * ```
 */
export const retention = {
  /** Of each workspace. Up to a tenth more may be stored. */
  ingestions: 10_000,
  /** The approximate size of each workspace in bytes. The newest one is stored whatever its size. */
  ingestionWeight: 64 * 1024 * 1024,
  /** The maximum size of a page of ingestions, in bytes. */
  pageWeight: 4 * 1024 * 1024,
  /** Requests with a token of the workspace. */
  requests: 1000,
  /** Requests without one. */
  unauthorizedRequests: 50,
  /** The size of the bodies of requests to each workspace, in bytes. */
  requestBytes: 1024 * 1024,
  /** Entries of each partner, of the admin, of the operator, of callers without a key, and with an unknown token. */
  auditEntries: 10_000,
  /** A year, in milliseconds. */
  auditMs: 365 * 24 * 3600 * 1000,
  /** The maximum number of entries that are deleted because of their age when one is added. */
  auditDeletions: 10,
} as const;
