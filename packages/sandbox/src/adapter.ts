/**
 * The API for a server in front of a sandbox, in addition to `createSandbox`: requests and responses before they are
 * encoded, state to save, and a source of example responses.
 *
 * @packageDocumentation
 */
export { createGuard, type Guard } from './control/guard.ts';
export type { ResponseOrCut } from './faults/apply-fault.ts';
export type {
  components as ControlComponents,
  paths as ControlPaths,
} from './generated/control-types.ts';
export { facts } from './generated/facts.ts';
export { maxPageLimit } from './generated/limits.ts';
export { operations } from './generated/operations.ts';
export type { ApiRequest, RoutedOperation } from './http/api-request.ts';
export {
  type ApiResponse,
  type EncodedResponse,
  encodeResponse,
  errorResponse,
} from './http/api-response.ts';
export type { SandboxObserver } from './observer.ts';
export { type HostOptions, type OpenSandbox, openSandbox } from './open-sandbox.ts';
export { apiNames, type Operation } from './operations/operation.ts';
export type { ExampleChoice, ExampleRequest, ExampleSource } from './prefer/example-source.ts';
export type { Prefer } from './prefer/prefer.ts';
export { internalError } from './responses/internal-error.ts';
export { InvalidSnapshotError, restoreSnapshot, snapshotParts } from './state/snapshot.ts';
export { requestIssues, type SentRequest } from './validation/request-issues.ts';
export { openWorkspace } from './workspaces/open-workspace.ts';
export { openWorkspaces } from './workspaces/sandbox-workspaces.ts';
