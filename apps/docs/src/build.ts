import { fileURLToPath } from 'node:url';
import { bundlePath, fingerprint } from '@telecrm/spec';
import { writeFiles } from './build/files.ts';
import { buildSite } from './build/site.ts';

const bundlesOf = (api: 'sync' | 'async') => ({
  json: bundlePath(api, 'json'),
  yaml: bundlePath(api, 'yaml'),
});

try {
  const files = await buildSite({
    fingerprint,
    bundles: { sync: bundlesOf('sync'), async: bundlesOf('async') },
  });
  await writeFiles(files, fileURLToPath(new URL('../dist', import.meta.url)));
  console.log(`docs: ${files.size} files, spec ${fingerprint}`);
} catch (error) {
  console.error(`docs: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
