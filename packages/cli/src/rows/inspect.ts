import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { describeFileError, systemCode } from '../files/file-error.ts';
import { type CommandError, misuse } from '../program/exit-codes.ts';
import { type Encoding, encodingByStart } from './encoding.ts';

/** Properties of a whole file. */
export interface FileFacts {
  readonly size: number;
  /** The hash of its content, which identifies the file. */
  readonly sha256: string;
  readonly encoding: Encoding;
  /** Changes when the file is written or replaced. */
  readonly version: string;
}

/** Reads a file once to find its hash, and the encoding in which all of its bytes are valid. */
export async function inspectFile(path: string, name: string): Promise<FileFacts> {
  const hash = createHash('sha256');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let size = 0;
  let byStart: Encoding | undefined;
  let isUtf8 = true;
  const version = await readVersion(path).catch((error) => {
    throw describeReadError(error, name);
  });
  for await (const chunk of readFileBytes(path, name, version)) {
    if (size === 0) {
      assertText(chunk, name);
      byStart = encodingByStart(chunk);
    }
    size += chunk.length;
    hash.update(chunk);
    isUtf8 &&= fits(() => decoder.decode(chunk, { stream: true }));
  }
  isUtf8 &&= fits(() => decoder.decode());
  const encoding = byStart ?? (isUtf8 ? 'utf-8' : 'windows-1252');
  return { size, sha256: hash.digest('hex'), encoding, version };
}

/**
 * The bytes of a file, as a stream.
 *
 * @param version Its version when it was read before. If it has changed since, its rows may be others.
 */
export async function* readFileBytes(
  path: string,
  name: string,
  version?: string,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
      await assertUnchanged(path, name, version);
      yield chunk;
    }
    await assertUnchanged(path, name, version);
  } catch (error) {
    throw describeReadError(error, name);
  }
}

async function assertUnchanged(path: string, name: string, version: string | undefined) {
  if (version === undefined || (await readVersion(path)) === version) return;
  throw misuse(
    `${name} has changed while it was read`,
    'Wait until it is complete, or make a copy and pass that.',
  );
}

async function readVersion(path: string): Promise<string> {
  const { ino, size, mtimeNs } = await stat(path, { bigint: true });
  return `${ino} ${size} ${mtimeNs}`;
}

/**
 * Rejects a missing file and a directory, before the format is derived from the name.
 *
 * @returns Whether it is a regular file. Anything else, such as a pipe, can be read only once.
 */
export async function assertFile(path: string, name: string): Promise<boolean> {
  const stats = await stat(path).catch((error) => {
    throw describeReadError(error, name);
  });
  if (stats.isDirectory()) throw isDirectory(name);
  return stats.isFile();
}

function describeReadError(error: unknown, name: string): unknown {
  const code = systemCode(error);
  if (code === 'ENOENT') return misuse(`there is no ${name}`);
  if (code === 'EISDIR') return isDirectory(name);
  return describeFileError(error, name, 'cannot be read');
}

/** The first bytes of the files of spreadsheet programs: ZIP archives, and the older format of Excel. */
const spreadsheets = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** Rejects the file of a spreadsheet program, whatever its name. */
function assertText(start: Uint8Array, name: string): void {
  if (spreadsheets.some((bytes) => bytes.every((byte, at) => start[at] === byte))) {
    throw isSpreadsheet(name);
  }
}

/** The error for the file of a spreadsheet program. */
export function isSpreadsheet(name: string): CommandError {
  return misuse(
    `${name} is a spreadsheet, not a text file`,
    'Open it in the spreadsheet program, and save it as CSV UTF-8.',
  );
}

function isDirectory(name: string): CommandError {
  return misuse(`${name} is a directory`, 'Pass a file.');
}

function fits(decode: () => string): boolean {
  try {
    decode();
    return true;
  } catch {
    return false;
  }
}
