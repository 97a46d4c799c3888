import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { ServerLog } from '../logging/server-log.ts';

/** The file names of a certificate and its key, in PEM. */
export interface TlsFiles {
  /** The certificate, followed by intermediate ones. */
  readonly cert: string;
  readonly key: string;
}

/** The content of the files. */
export interface TlsMaterial {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/** The error for an invalid certificate. */
export class TlsFileError extends Error {
  override readonly name = 'TlsFileError';
}

/** The polling interval, in milliseconds. Reading by name also detects a changed symbolic link. */
const defaultIntervalMs = 2000;

/** @throws TlsFileError if a file cannot be read, or if certificate and key do not match. */
export async function readTls({ cert, key }: TlsFiles): Promise<TlsMaterial> {
  const material = { cert: await read(cert, '--tls-cert'), key: await read(key, '--tls-key') };
  try {
    // Loaded only if TLS is used, because loading it takes several milliseconds.
    process.getBuiltinModule('node:tls').createSecureContext(material);
    return material;
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    throw new TlsFileError(
      `cannot use ${cert} with ${key}${why}: pass a certificate and its key, both in PEM format`,
    );
  }
}

async function read(file: string, flag: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    throw new TlsFileError(`cannot read ${file}${why}: pass another ${flag}`);
  }
}

/**
 * Loads the certificate again when its files change; open connections are not affected. Compares their content: file
 * watchers miss a change before their first look at a file.
 *
 * @param loaded The content that the server uses.
 */
export function renewTls(
  server: Server,
  files: TlsFiles,
  loaded: TlsMaterial,
  log: Pick<ServerLog, 'error' | 'event'>,
  interval = defaultIntervalMs,
): void {
  let current = loaded;
  let problem = '';
  const renew = async () => {
    try {
      const material = await readTls(files);
      problem = '';
      if (material.cert.equals(current.cert) && material.key.equals(current.key)) return;
      current = material;
      if ('setSecureContext' in server && typeof server.setSecureContext === 'function') {
        server.setSecureContext(material);
      }
      log.event('certificate-renewed');
    } catch (error) {
      const message = error instanceof TlsFileError ? error.message : String(error);
      // The other file may be about to change as well; until then the previous certificate is used.
      if (message !== problem) log.error(message);
      problem = message;
    }
  };
  const timer = setInterval(renew, interval).unref();
  server.once('close', () => clearInterval(timer));
}
