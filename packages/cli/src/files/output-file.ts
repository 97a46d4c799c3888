import { createWriteStream } from 'node:fs';
import { access, constants, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { misuse } from '../program/exit-codes.ts';
import { describeFileError, fileErrorFix, systemCode } from './file-error.ts';

/** Rejects a file that cannot be written, before the work whose result it is for. Writes nothing. */
export async function assertWritable(path: string, name: string): Promise<void> {
  const problem = 'cannot be written';
  try {
    const { target, stats } = await find(path);
    if (stats?.isDirectory()) throw misuse(`${name} ${problem} (EISDIR)`, fileErrorFix('EISDIR'));
    if (stats !== undefined) await access(target, constants.W_OK);
    if (stats === undefined || stats.isFile()) await access(dirname(target), constants.W_OK);
  } catch (error) {
    throw describeFileError(error, name, problem);
  }
}

/**
 * Writes a file atomically: a temporary file replaces it once it is complete. A device or a pipe is written directly.
 */
export async function replaceFile(
  path: string,
  name: string,
  text: Iterable<string> | AsyncIterable<string>,
): Promise<void> {
  try {
    const { target, stats } = await find(path);
    if (stats && !stats.isFile()) return await pipeline(text, createWriteStream(target));
    const temporary = `${target}.${process.pid}.tmp`;
    try {
      await pipeline(text, createWriteStream(temporary, { flush: true, mode: stats?.mode }));
      await rename(temporary, target);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  } catch (error) {
    throw describeFileError(error, name, 'cannot be written');
  }
}

/** The file that a path refers to, and its properties if it exists. */
async function find(path: string) {
  try {
    const target = await realpath(path);
    return { target, stats: await stat(target) };
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
    return { target: path, stats: undefined };
  }
}
