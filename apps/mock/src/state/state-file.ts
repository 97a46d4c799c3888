import { access, constants, readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import {
  InvalidSnapshotError,
  type OpenSandbox,
  restoreSnapshot,
  snapshotParts,
} from '@telecrm/sandbox/adapter';
import { removeTemporaries, writeAtomically } from './atomic-write.ts';
import { FileInUseError, type FileLock, lockFile } from './lock-file.ts';

/** The file that keeps a sandbox. */
export interface StateFile {
  /** Whether the sandbox has been filled from it. */
  readonly restored: boolean;
  /** Writes it now. */
  save(): Promise<void>;
  /** Leaves the file as it is, to another sandbox. */
  abandon(): Promise<void>;
  /** Processes what is queued, as far as there is time, and writes the file, the rest of the queue with it. */
  finish(timeMs: number, cut: AbortSignal): Promise<void>;
}

/** Why a state file cannot be used. Its message is for the person who has named it. */
export class StateFileError extends Error {
  override readonly name = 'StateFileError';
}

/** How often the file is written, in milliseconds. */
const intervalMs = 60_000;

type Source = OpenSandbox['server'];

/** Keeps a sandbox in a file, if one is named: fills it from there, and writes it every minute and at the end. */
export async function openStateFile(
  file: string | undefined,
  { server }: OpenSandbox,
): Promise<StateFile> {
  if (file === undefined) {
    const nothing = async () => {};
    const finish: StateFile['finish'] = (timeMs, cut) => workOff(server, timeMs, cut);
    return { restored: false, save: nothing, abandon: nothing, finish };
  }
  const lock = await claim(file);
  try {
    const restored = await load(file, server);
    const save = createSaver(file, server);
    const timer = setInterval(() => {
      save().catch((error) => {
        const code = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
        server.log(`cannot write the state${code}`);
      });
    }, intervalMs);
    timer.unref();
    return {
      restored,
      save,
      abandon() {
        clearInterval(timer);
        return lock.release();
      },
      async finish(timeMs, cut) {
        clearInterval(timer);
        await workOff(server, timeMs, cut);
        await save().finally(() => lock.release());
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Processes what is queued, as far as there is time; the rest stays queued. */
async function workOff({ queue }: Source, timeMs: number, cut: AbortSignal): Promise<void> {
  const drained = cut.aborted ? undefined : queue.drainAll();
  await Promise.race([drained, pause(timeMs, cut)]);
  queue.stop();
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return setTimeout(milliseconds, undefined, { signal, ref: false }).catch(() => {});
}

/** Makes sure that the file is this sandbox's alone and can be written, before it takes any calls. */
async function claim(file: string): Promise<FileLock> {
  let lock: FileLock | undefined;
  try {
    lock = await lockFile(file);
    await removeTemporaries(file);
    await access(file, constants.R_OK | constants.W_OK);
    return lock;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (lock && code === 'ENOENT') return lock;
    await lock?.release();
    if (error instanceof FileInUseError) throw new StateFileError(error.message);
    throw new StateFileError(
      `cannot use ${file} (${code}): name a --state that this user can read and write, in a folder that it can write to`,
    );
  }
}

/** Fills the sandbox from a file, if there is one; `false` when there is none. */
async function load(file: string, source: Source): Promise<boolean> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw new StateFileError(`cannot read ${file}: check that it is a file of yours`);
  }
  try {
    await restoreSnapshot(source, JSON.parse(text));
    return true;
  } catch (error) {
    const why =
      error instanceof InvalidSnapshotError ? error.message : 'it is damaged, or not JSON at all';
    throw new StateFileError(
      `cannot use ${file}: ${why}. Name another --state, or remove the file`,
    );
  }
}

/** Writes the sandbox to a file, one write after the other. */
function createSaver(file: string, source: Source): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return () => {
    const next = last.catch(() => {}).then(() => writeAtomically(file, snapshotParts(source)));
    last = next;
    return next;
  };
}
