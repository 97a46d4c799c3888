export { createSandbox } from './create-sandbox.ts';
export type { Fault } from './faults/fault.ts';
export type { Ingestion } from './ingestions/ingestion.ts';
export type { Page, PageOf } from './lists/page.ts';
export type { ApiName } from './operations/operation.ts';
export type { SandboxOptions } from './options.ts';
export type { LoggedRequest, SentRequest } from './requests/logged-request.ts';
export type { Sandbox } from './sandbox.ts';
export type { SandboxStorage } from './storage/storage.ts';
export type { WorkspaceState } from './storage/workspaces.ts';
export { defaultCredentials, type WorkspaceCredentials } from './workspaces/credentials.ts';
export type {
  LeadListRequest,
  LeadWithId,
  SandboxWorkspace,
  TimelineEvent,
  WorkspaceControl,
  WorkspaceFaults,
  WorkspaceSummary,
} from './workspaces/sandbox-workspace.ts';
export type { SandboxWorkspaces } from './workspaces/sandbox-workspaces.ts';
