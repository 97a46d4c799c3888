import type { WorkspaceDefinition } from '@telecrm/workspace';
import type { SandboxStorage } from './storage/storage.ts';

/** Options of a sandbox. */
export interface SandboxOptions {
  /**
   * The differences from the default workspace: its fields, actions, team and so on. Each given part replaces the same
   * part of the default, and the workspace has no leads.
   *
   * @default the default workspace, with the leads of telecrm's documentation
   */
  readonly workspace?: WorkspaceDefinition;
  /**
   * Milliseconds until a lead that was queued by the Async API is processed. `drain()` processes it immediately.
   *
   * @default 50
   */
  readonly asyncDelayMs?: number;
  /**
   * Requests per hour per token, for both APIs.
   *
   * @default the documented limits: 18,000 for the Async API, none for the Sync API
   */
  readonly requestsPerHour?: number;
  /**
   * Responds with a 500 if the sandbox itself would violate the API description. Otherwise such a response is sent, a
   * line without any values is logged, and the request log lists it.
   *
   * @default false
   */
  readonly strict?: boolean;
  /**
   * Fixes the clock and the IDs: the same calls in the same order get the same responses, byte for byte. A queued lead
   * is then processed before the next request. Rate limits still use real time.
   *
   * @default false
   */
  readonly deterministic?: boolean;
  /**
   * The time in Unix milliseconds. It has no effect on `asyncDelayMs` and on rate limits, which use real time.
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
   * The storage for the state. A storage that already has workspaces is opened without adding any. Closing the sandbox
   * closes it.
   *
   * @default memory
   */
  readonly storage?: SandboxStorage;
  /**
   * Logs a line about an error of the sandbox itself. It never contains a value of a request.
   *
   * @default `console.error`
   */
  readonly log?: (text: string) => void;
}
