import type { Logger } from '../request/logger.ts';

/** A body that is about to be sent. */
export interface CheckedBody {
  readonly api: 'sync' | 'async';
  readonly operationId: string;
  /** The body as it will be sent. */
  readonly body: unknown;
  /** The logger of the client. */
  readonly log: Logger;
}

/** Looks at each body before anything is sent, and throws to keep it from being sent. */
export type BodyCheck = (sent: CheckedBody) => void;
