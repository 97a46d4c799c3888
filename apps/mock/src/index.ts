export { type ApiName, type Sandbox, sandbox } from './sandbox.ts';
export { type CreatedWorkspace, type Mock, type MockOptions, startMock } from './start.ts';
