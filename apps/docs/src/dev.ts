import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readSource } from './build/source.ts';
import { startDev } from './serve/dev/dev.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '4000' } } });
const folder = fileURLToPath(new URL('../reports/dev', import.meta.url));
const spec = fileURLToPath(new URL('.', import.meta.resolve('@telecrm/spec/package.json')));
if (!existsSync(`${spec}dist/sync.json`)) {
  console.error('docs: the spec is not built, run pnpm --filter @telecrm/spec build');
  process.exit(1);
}
const dev = await startDev({
  port: Number(values.port),
  folder,
  spec,
  source: await readSource(),
  log: console.log,
});
console.log(`docs: ${dev.url}, rebuilt on each save`);
process.once('SIGINT', dev.close).once('SIGTERM', dev.close);
