import { open, readFile, rm } from 'node:fs/promises';
import { misuse } from '../../program/exit-codes.ts';

/** Takes a lock file, so that two commands do not send the same rows. One that a killed command left is taken over. */
export async function takeLock(path: string): Promise<() => Promise<void>> {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const file = await open(path, 'wx');
      await file.writeFile(String(process.pid));
      await file.close();
      return () => rm(path, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const owner = Number(await readFile(path, 'utf8').catch(() => ''));
      if (isRunning(owner)) {
        throw misuse(
          `another telecrm ingest, process ${owner}, is sending this file`,
          `Wait for it. If there is none, remove ${path}.`,
        );
      }
      await rm(path, { force: true });
    }
  }
  throw misuse(`${path} cannot be taken`, 'Another telecrm ingest has just started on this file.');
}

function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It runs, but belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
