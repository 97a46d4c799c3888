/// <reference lib="esnext.disposable" preserve="true" />
import type { ApiName } from './operations/operation.ts';
import type { SandboxWorkspace } from './workspaces/sandbox-workspace.ts';
import type { SandboxWorkspaces } from './workspaces/sandbox-workspaces.ts';

/** Both telecrm APIs in this process, with their workspaces. */
export interface Sandbox extends AsyncDisposable {
  /**
   * Responds to a request to the Sync API, the Async API or the control surface under `/_sandbox/`, whatever its
   * origin. Pass it to a client, a server or a test; it does not use `this`.
   *
   * @throws TypeError if a fault cuts the connection, as the global `fetch` does.
   */
  fetch(this: void, input: Request | URL | string, init?: RequestInit): Promise<Response>;
  /** The base URL of each API. Its host never resolves, so no request can reach another server by mistake. */
  readonly baseUrls: Readonly<Record<ApiName, string>>;
  /** The default workspace. */
  readonly workspace: SandboxWorkspace;
  readonly workspaces: SandboxWorkspaces;
  /** Resolves when the default workspace is ready. `fetch` and all asynchronous methods wait for it. */
  ready(): Promise<void>;
  /** Removes all workspaces and their queues. Later requests get a 401. */
  close(): Promise<void>;
}
