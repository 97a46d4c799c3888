import type { WorkspaceDefinition } from '@telecrm/workspace';
import type { ApiName } from './sandbox.ts';

/** Where a sandbox listens, and how it behaves. */
export interface MockOptions {
  /**
   * The port to listen on. A port that is taken makes `startMock` reject with `EADDRINUSE`.
   *
   * Default: `0`, which takes a free port; {@link Mock.port} tells which.
   */
  port?: number;
  /**
   * The address to listen on. With `'0.0.0.0'` other machines can reach the sandbox; its control surface only with a
   * {@link MockOptions.controlToken}.
   *
   * Default: `'127.0.0.1'`, this machine alone.
   */
  host?: string;
  /**
   * Answers everything from the examples of the API description and keeps nothing.
   *
   * Default: `false`; then only requests with a `Prefer` header are answered so.
   */
  stateless?: boolean;
  /**
   * Answers 500 where the sandbox itself would break the API description. Otherwise such an answer goes out, a line
   * without any values is logged, and the list of requests shows it.
   *
   * Default: `false`.
   */
  strict?: boolean;
  /**
   * Milliseconds until a lead that was queued on the Async API is processed.
   *
   * Default: `50`.
   */
  asyncDelay?: number;
  /**
   * Requests an hour for each token, on both APIs.
   *
   * Default: what telecrm documents, which is 18,000 for the Async API and no figure for the Sync API.
   */
  rateLimit?: number;
  /**
   * The bearer token that the control surface under `/_sandbox/` demands.
   *
   * Default: none; then it answers this machine only.
   */
  controlToken?: string;
  /**
   * Fixes the clock and the IDs: the same calls in the same order give the same answers, to the byte. A queued lead is
   * then processed before the next call is answered. Rate limits go by real time nonetheless.
   *
   * Default: `false`.
   */
  deterministic?: boolean;
  /**
   * A file that keeps all workspaces, from which the sandbox starts if it is there. It is written at the end, every
   * minute and by {@link Mock.save}. A file that cannot be used makes `startMock` reject, and is left as it is.
   *
   * Default: none; what is in the sandbox ends with it.
   */
  state?: string;
}

/** A sandbox that is running. */
export interface Mock {
  /** The origin, without a slash at its end: `http://127.0.0.1:4010`. */
  readonly url: string;
  /** The port it listens on. */
  readonly port: number;
  /** What to use as the base URL of each API, in the place of production's. */
  readonly baseUrls: Readonly<Record<ApiName, string>>;
  /**
   * Makes an isolated workspace, for instance one for each test.
   *
   * @param definition What differs from the default workspace, as `POST /_sandbox/workspaces` takes it. What cannot be
   * used makes it reject with a message that names the field.
   *
   * @example
   * import { startMock } from '@telecrm/mock';
   *
   * const mock = await startMock();
   * const { enterpriseId, syncToken } = await mock.createWorkspace({ defaultCountry: 'US' });
   * console.log(enterpriseId, syncToken.length);
   * await mock.close();
   */
  createWorkspace(definition?: WorkspaceDefinition): Promise<CreatedWorkspace>;
  /** Writes the {@link MockOptions.state} file now. Without one it does nothing. */
  save(): Promise<void>;
  /**
   * Stops it: no new calls, idle connections end at once, calls in flight are answered, what is queued is processed, and
   * the {@link MockOptions.state} file is written. Resolves when all is done. Closing twice is harmless.
   */
  close(): Promise<void>;
}

/** What is needed to call a new workspace. */
export interface CreatedWorkspace {
  /** Its ID, for paths. */
  readonly enterpriseId: string;
  /** Opens the Sync API. */
  readonly syncToken: string;
  /** Opens the Async API. */
  readonly asyncToken: string;
}
