import { fileURLToPath } from 'node:url';
import { writeFiles } from './build/files.ts';
import { buildSite } from './build/site.ts';
import { readSource } from './build/source.ts';

try {
  const from = await readSource({ release: process.argv.includes('--release') });
  const files = await buildSite(from);
  await writeFiles(files, fileURLToPath(new URL('../dist', import.meta.url)));
  console.log(`docs: ${files.size} files for ${from.origin}, spec ${from.fingerprint}`);
} catch (error) {
  console.error(`docs: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
