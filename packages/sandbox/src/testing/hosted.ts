import type { Caller, ReadResponse } from '@telecrm/caller';
import { createSandbox } from '../create-sandbox.ts';
import { createHosting, type HostingOptions } from '../hosting/index.ts';
import type { HostOptions } from '../open-sandbox.ts';
import type { Sandbox } from '../sandbox.ts';
import type { HostingStorage } from '../storage/hosting.ts';
import { createMemoryHosting, createMemoryStorage } from '../storage/index.ts';
import type { SandboxStorage } from '../storage/storage.ts';
import type { WorkspaceCredentials } from '../workspaces/credentials.ts';
import { callerOf, send } from './caller.ts';

export const adminToken = 'the-admin-token';

/** A shared sandbox with a clock that a test can advance. */
export interface Hosted {
  readonly sandbox: Sandbox;
  readonly storage: SandboxStorage & { readonly hosting: HostingStorage };
  /** Advances the clock of the sandbox. */
  advance(milliseconds: number): void;
  /** Calls the control surface, with or without a key. */
  as(key?: string): (method: string, path: string, body?: unknown) => Promise<ReadResponse>;
  /** Creates a partner and returns its key and ID. */
  partner(name?: string): Promise<{ key: string; partnerId: string }>;
  /** Creates a workspace with or without a key. */
  workspace(key?: string, definition?: object): Promise<WorkspaceCredentials>;
  /** Calls the APIs of a workspace. */
  caller(workspace: WorkspaceCredentials): Caller;
}

export function hosted(options: HostingOptions = {}, host: HostOptions = {}): Hosted {
  let ahead = 0;
  const storage = { ...createMemoryStorage(), hosting: createMemoryHosting() };
  const settings: HostOptions = {
    ...{ strict: true, asyncDelayMs: 0, storage, clock: () => Date.now() + ahead },
    hosting: createHosting({ adminToken, ...options }),
    ...host,
  };
  const sandbox = createSandbox(settings);
  const as = (key?: string) => (method: string, path: string, body?: unknown) => {
    const headers: Record<string, string> =
      key === undefined ? {} : { authorization: `Bearer ${key}` };
    return send(sandbox, `/_sandbox${path}`, method, body, headers);
  };
  return {
    sandbox,
    storage,
    as,
    advance(milliseconds) {
      ahead += milliseconds;
    },
    async partner(name = 'Acme') {
      return (await as(adminToken)('POST', '/partners', { name })).body;
    },
    async workspace(key, definition = {}) {
      return (await as(key)('POST', '/workspaces', definition)).body;
    },
    caller: (workspace) => callerOf(sandbox, workspace),
  };
}
