import { createTestFolder } from './cli.ts';
import type { TestSandbox } from './sandbox.ts';

/** A folder with a workspace file, and `telecrm ingest` in it, which sends to that workspace of the sandbox. */
export async function setUpIngest(sandbox: TestSandbox, definition: object = {}) {
  const folder = await createTestFolder();
  await folder.write('telecrm.workspace.json', definition);
  const { env, workspace } = await sandbox.create(definition);
  const ingest = (...args: string[]) => folder.telecrm(['ingest', ...args], { env });
  return { folder, env, workspace, ingest };
}
