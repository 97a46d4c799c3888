import { unwatchFile, watchFile } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { ServerLog } from '../logging/server-log.ts';

/** The names of the files of a certificate, in PEM. */
export interface TlsFiles {
  /** The certificate, followed by those between it and the root. */
  readonly cert: string;
  readonly key: string;
}

/** What they hold. */
export interface TlsMaterial {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/** Says why a certificate cannot be used. */
export class TlsFileError extends Error {
  override readonly name = 'TlsFileError';
}

/** How often the files are looked at, in milliseconds. Watching by name also notices a link that leads elsewhere. */
const usualIntervalMs = 2000;

/** @throws TlsFileError if a file cannot be read, or if they do not fit together. */
export async function readTls({ cert, key }: TlsFiles): Promise<TlsMaterial> {
  const material = { cert: await read(cert, '--tls-cert'), key: await read(key, '--tls-key') };
  try {
    // Loaded only where TLS is used: it takes milliseconds of every other start.
    process.getBuiltinModule('node:tls').createSecureContext(material);
    return material;
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    throw new TlsFileError(
      `cannot use ${cert} with ${key}${why}: name a certificate and its key, both as PEM`,
    );
  }
}

async function read(file: string, flag: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    throw new TlsFileError(`cannot read ${file}${why}: name another ${flag}`);
  }
}

/** Takes a certificate over when its files change; connections that are open keep the one that they have. */
export function renewTls(
  server: Server,
  files: TlsFiles,
  log: Pick<ServerLog, 'error' | 'event'>,
  interval = usualIntervalMs,
): void {
  const renew = async () => {
    try {
      const material = await readTls(files);
      if ('setSecureContext' in server && typeof server.setSecureContext === 'function') {
        server.setSecureContext(material);
      }
      log.event('certificate-renewed');
    } catch (error) {
      // The other file may be about to change as well; until then the last certificate serves.
      log.error(error instanceof TlsFileError ? error.message : String(error));
    }
  };
  const names = [files.cert, files.key];
  for (const name of names) watchFile(name, { interval, persistent: false }, renew);
  server.once('close', () => {
    for (const name of names) unwatchFile(name, renew);
  });
}
