import { readFile } from 'node:fs/promises';
import {
  InvalidSnapshotError,
  type OpenSandbox,
  restoreSnapshot,
  takeSnapshot,
} from '@telecrm/sandbox/adapter';
import { writeAtomically } from './atomic-write.ts';

/** The file that keeps a sandbox. */
export interface StateFile {
  /** Whether the sandbox has been filled from it. */
  readonly restored: boolean;
  /** Writes it now. */
  save(): Promise<void>;
  /** Processes what is queued, as far as there is time, and writes the file, the rest of the queue with it. */
  finish(timeMs: number): Promise<void>;
}

/** How often the file is written, in milliseconds. */
const interval = 60_000;

/** Keeps a sandbox in a file, if one is named: fills it from there, and writes it every minute and at the end. */
export async function openStateFile(
  file: string | undefined,
  { server }: OpenSandbox,
): Promise<StateFile> {
  const restored = file !== undefined && (await load(file, server));
  const save = file === undefined ? async () => {} : createSaver(file, server);
  const timer = setInterval(() => {
    save().catch((error) => {
      const code = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
      server.log(`cannot write the state${code}`);
    });
  }, interval);
  timer.unref();
  return {
    restored,
    save,
    async finish(timeMs) {
      clearInterval(timer);
      const queues = server.registry.list().map(({ ingestions }) => ingestions.drain());
      await Promise.race([Promise.all(queues), pause(timeMs)]);
      await save();
    },
  };
}

type Source = OpenSandbox['server'];

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}

/** Fills the sandbox from a file, if there is one; `false` when there is none. */
async function load(file: string, source: Source): Promise<boolean> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw new InvalidSnapshotError(`cannot read ${file}: check that it is a file of yours`);
  }
  try {
    await restoreSnapshot(source, JSON.parse(text));
    return true;
  } catch (error) {
    const why =
      error instanceof InvalidSnapshotError ? error.message : 'it is damaged, or not JSON at all';
    throw new InvalidSnapshotError(
      `cannot use ${file}: ${why}. Name another --state, or remove the file`,
    );
  }
}

/** Writes the sandbox to a file, one write after the other. */
function createSaver(file: string, source: Source): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return () => {
    const content = async () => JSON.stringify(await takeSnapshot(source));
    const next = last.catch(() => {}).then(() => writeAtomically(file, content));
    last = next;
    return next;
  };
}
