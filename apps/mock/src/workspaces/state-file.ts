import { open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { restoreState, stateOf, UnusableState } from './state.ts';
import type { Tenants } from './tenants.ts';

/** Keeps a sandbox in a file, if one is named: fills it from there, and writes it every minute and at the end. */
export async function keepState(file: string | undefined, tenants: Tenants) {
  const restored = file !== undefined && (await loadState(file, tenants));
  const save = file === undefined ? async () => {} : createSaver(file, tenants);
  const timer = setInterval(() => void save().catch(complain), 60_000);
  timer.unref();
  return {
    restored,
    save,
    /** Does what is queued, as far as there is time (milliseconds), and writes the file, the rest of the queue with it. */
    async finish(time: number) {
      clearInterval(timer);
      const queues = tenants.list().map(({ ingestions }) => ingestions.drain());
      await Promise.race([Promise.all(queues), patience(time)]);
      await save();
    },
  };
}

function patience(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}

function complain(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
  console.error(`telecrm-mock: cannot write the state${code}`);
}

/** Fills the sandbox from a file, if there is one; `false` when there is none. */
async function loadState(file: string, tenants: Tenants): Promise<boolean> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw new UnusableState(`cannot read ${file}: check that it is a file of yours`);
  }
  try {
    await restoreState(tenants, JSON.parse(text));
    return true;
  } catch (error) {
    const why = error instanceof UnusableState ? error.message : 'it is torn, or no JSON at all';
    throw new UnusableState(`cannot use ${file}: ${why}. Name another --state, or remove the file`);
  }
}

/** Writes the sandbox to files, one write after the other. */
function createSaver(file: string, tenants: Tenants): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return () => {
    const next = last.catch(() => {}).then(() => writeWhole(file, () => text(tenants)));
    last = next;
    return next;
  };
}

async function text(tenants: Tenants): Promise<string> {
  return JSON.stringify(await stateOf(tenants));
}

/**
 * Whoever looks, and whenever the process is killed, the file is the old one or the new one, and whole: what is new is
 * written beside it, brought to the disk and then put in its place.
 */
async function writeWhole(file: string, content: () => Promise<string>): Promise<void> {
  const beside = `${file}.${process.pid}.tmp`;
  try {
    // It holds tokens.
    const handle = await open(beside, 'w', 0o600);
    try {
      await handle.writeFile(await content());
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
    await syncFolder(dirname(file));
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows has no such thing.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
