/**
 * What a storage rejects with while it cannot be used, for example because its disk is full. Requests are answered with 503.
 *
 * @example
 * ```ts
 * import { StorageUnavailableError } from '@telecrm/sandbox/storage';
 *
 * export const full = new StorageUnavailableError('the disk of the sandbox is full', 30);
 * ```
 */
export class StorageUnavailableError extends Error {
  override readonly name = 'StorageUnavailableError';
  /** The `Retry-After` value of the response. */
  readonly retryAfterSeconds: number;

  /** @param reason Part of a sentence in the response, so without the place of the storage. */
  constructor(reason: string, retryAfterSeconds: number, options?: ErrorOptions) {
    super(reason, options);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
