/// <reference lib="esnext.disposable" preserve="true" />
import type { ApiName } from './operations/operation.ts';
import type { SandboxWorkspace } from './workspaces/sandbox-workspace.ts';
import type { SandboxWorkspaces } from './workspaces/sandbox-workspaces.ts';

/** Both telecrm APIs in this process, with workspaces behind them. */
export interface Sandbox extends AsyncDisposable {
  /**
   * Answers a request to the Sync API, the Async API or the control surface under `/_sandbox/`, whatever its origin. Give
   * it to a client, to a server or to a test. It needs no `this`.
   *
   * @throws TypeError like the network's own where a fault cuts the connection.
   */
  fetch(this: void, input: Request | URL | string, init?: RequestInit): Promise<Response>;
  /** What to use as the base URL of each API. The host is one that can never be reached by mistake. */
  readonly baseUrls: Readonly<Record<ApiName, string>>;
  /** The workspace that is there from the start. */
  readonly workspace: SandboxWorkspace;
  readonly workspaces: SandboxWorkspaces;
  /** Resolves when the workspace is ready, which `fetch` and all methods that return promises wait for by themselves. */
  ready(): Promise<void>;
  /** Forgets all workspaces and what they have queued; every later call is refused. */
  close(): Promise<void>;
}
