/** Prints how many leads per second the sandbox creates in this process, measured for the given number of seconds. */
import { createSandbox } from '@telecrm/sandbox';
import { requestOf } from '../requests.ts';
import { servers } from '../servers.ts';

const seconds = Number(process.argv[2]);
const sandbox = createSandbox();
let created = 0;

async function createFor(milliseconds: number): Promise<number> {
  const first = created;
  const started = performance.now();
  while (performance.now() - started < milliseconds) {
    const { path, body, ...init } = requestOf('create lead', servers.sandbox.base, created++, 1);
    const request = new Request(`http://127.0.0.1${path}`, { ...init, body: body ?? null });
    const response = await sandbox.fetch(request);
    await response.text();
    if (response.status !== 201) throw new Error(`create lead responds with ${response.status}`);
  }
  return ((created - first) / (performance.now() - started)) * 1000;
}

await createFor(1000);
console.log(await createFor(seconds * 1000));
