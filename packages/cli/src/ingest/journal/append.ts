import type { FileHandle } from 'node:fs/promises';

/** A text to be written. */
interface Waiting {
  readonly text: string;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Appends to a file. Each call resolves once its text is on disk; texts that arrive while the disk is busy are written
 * and synced together. After a failure nothing more is written: the last line may be incomplete, and lines after it
 * could not be read.
 */
export function createAppender(
  file: Pick<FileHandle, 'appendFile' | 'datasync'>,
): (text: string) => Promise<void> {
  let waiting: Waiting[] = [];
  let busy = false;
  let failure: { error: unknown } | undefined;

  async function flush(): Promise<void> {
    busy = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        if (failure) throw failure.error;
        await file.appendFile(batch.map(({ text }) => text).join(''));
        await file.datasync();
        for (const { resolve } of batch) resolve();
      } catch (error) {
        failure ??= { error };
        for (const { reject } of batch) reject(error);
      }
    }
    busy = false;
  }

  return (text) =>
    new Promise((resolve, reject) => {
      waiting.push({ text, resolve, reject });
      if (!busy) void flush();
    });
}
