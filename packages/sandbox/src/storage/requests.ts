import type { PageRequest, PageResult } from '@telecrm/workspace/store';
import type { LoggedRequest } from '../requests/logged-request.ts';

/** Options for logging a request. */
export interface RequestLogOptions {
  /** Whether it had a token of the workspace. Requests without one cannot displace those with one. */
  readonly isAuthorized: boolean;
  /** The size of the body in `sent`, in bytes. */
  readonly bytes: number;
}

/**
 * The last requests of each workspace. {@link retention} limits their number and the size of their bodies; `sent` of
 * older ones becomes `null`.
 */
export interface RequestLogStorage {
  /**
   * Adds a request; ignored if the workspace does not exist. Buffered for about a second, never rejects, and may be
   * lost if the process crashes.
   */
  add(enterpriseId: string, request: LoggedRequest, options: RequestLogOptions): void;
  /** Newest first, in the order in which they were added. Includes all requests that this process has added before. */
  list(enterpriseId: string, page: PageRequest): Promise<PageResult<LoggedRequest>>;
}
