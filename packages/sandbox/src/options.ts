import type { WorkspaceDefinition, WorkspaceStore } from '@telecrm/workspace';

/** How a sandbox behaves. */
export interface SandboxOptions {
  /**
   * What differs from the default workspace: its fields, actions, team and so on. Each part that is given replaces that
   * part, whole, and the workspace begins without leads.
   *
   * @default the default workspace, with the leads of telecrm's own pages
   */
  readonly workspace?: WorkspaceDefinition;
  /**
   * Milliseconds until a lead that was queued on the Async API is processed. `drain()` does not wait for them.
   *
   * @default 50
   */
  readonly asyncDelayMs?: number;
  /**
   * Requests an hour for each token, on both APIs.
   *
   * @default what telecrm documents, which is 18,000 for the Async API and no figure for the Sync API
   */
  readonly requestsPerHour?: number;
  /**
   * Responds with a 500 where the sandbox itself would break the API description. Otherwise such a response goes out, a
   * line without any values is logged, and the log of requests shows it.
   *
   * @default false
   */
  readonly strict?: boolean;
  /**
   * Fixes the clock and the IDs: the same calls in the same order give the same responses, to the byte. A queued lead is
   * then processed before the next call is answered. Rate limits go by real time nonetheless.
   *
   * @default false
   */
  readonly deterministic?: boolean;
  /**
   * The time in Unix milliseconds. It has no effect on `asyncDelayMs` and on rate limits, which go by real time.
   *
   * @default Date.now, or a fixed clock with `deterministic`
   */
  readonly clock?: () => number;
  /**
   * The bearer token that the control surface under `/_sandbox/` requires.
   *
   * @default none: any caller of `fetch` can use it
   */
  readonly controlToken?: string;
  /**
   * Makes the store of a workspace. It is called once for each workspace, and again when that is reset.
   *
   * @default stores in memory
   */
  readonly createStore?: (enterpriseId: string) => WorkspaceStore;
  /**
   * Writes a line about a mistake of the sandbox itself. It never holds a value of a request.
   *
   * @default `console.error`
   */
  readonly log?: (text: string) => void;
}
