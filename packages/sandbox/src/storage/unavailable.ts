/**
 * The error of a storage that is temporarily unusable, for example because its disk is full. Requests get a 503.
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

  /** @param reason A part of a sentence in the response, without the location of the storage. */
  constructor(reason: string, retryAfterSeconds: number, options?: ErrorOptions) {
    super(reason, options);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
