import type { DroppedValue } from './dropped-value.ts';

/** A request that changes nothing, because a part of it is invalid. */
export interface Rejection {
  readonly code: 'BAD_REQUEST' | 'INVALID_LEAD';
  /** The message of the error in the API's words. */
  readonly message: string;
  /** Each part that is invalid. */
  readonly parts: readonly DroppedValue[];
}
