import type { PageRequest, PageResult } from '@telecrm/workspace/store';
import type { LoggedRequest } from '../requests/logged-request.ts';

/** How to log a request. */
export interface RequestLogOptions {
  /** Whether it had a token of the workspace; those without cannot displace the others. */
  readonly isAuthorized: boolean;
  /** How many bytes the body in `sent` has. */
  readonly bytes: number;
}

/**
 * The last requests of each workspace: how many, {@link retention} says, and how many bytes of their bodies. `sent` of the
 * older ones becomes `null`.
 */
export interface RequestLogStorage {
  /**
   * Adds a request; ignored if the workspace does not exist. It is buffered for a second or so, never rejects, and may be
   * lost with the process.
   */
  add(enterpriseId: string, request: LoggedRequest, options: RequestLogOptions): void;
  /** Newest first, in the order in which they were added. Includes everything added in this process before. */
  list(enterpriseId: string, page: PageRequest): Promise<PageResult<LoggedRequest>>;
}
