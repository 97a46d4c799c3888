/** A write that would exceed a quota of its workspace. It rolls its transaction back. */
export class QuotaError extends Error {
  override readonly name = 'QuotaError';
}
