export {
  type ApiName,
  defaultCredentials,
  type SandboxOptions,
  type SandboxWorkspace,
  type SandboxWorkspaces,
  type WorkspaceCredentials,
} from '@telecrm/sandbox';
export type { Mock, MockOptions, SqliteHandle } from './options.ts';
export { startMock } from './start-mock.ts';
