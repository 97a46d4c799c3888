import { readFile } from 'node:fs/promises';
import { runSample } from '../run-sample.ts';
import type { SampleSandbox } from '../sandbox.ts';

const stubs = await readFile(new URL('wordpress.php', import.meta.url), 'utf8');

/** Loads the plugin with stubs of WordPress, then runs PHP calls. */
export function runInWordpress(
  sandbox: Pick<SampleSandbox, 'url' | 'environment'>,
  plugin: string,
  calls: string,
): Promise<string> {
  const program = `<?php\nrequire __DIR__ . '/wordpress.php';\nrequire __DIR__ . '/plugin.php';\n${calls}`;
  return runSample(sandbox, 'php', program, { 'wordpress.php': stubs, 'plugin.php': plugin });
}
