import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { generate } from 'selfsigned';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { killAll, runToEnd, startCommand } from '../testing/command.ts';
import { sandboxForThisFile, syncAuth } from '../testing/mock.ts';
import { TlsFileError } from './tls.ts';

const folder = mkdtempSync(join(tmpdir(), 'telecrm-tls-'));
const file = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(killAll);

/** Creates a self-signed certificate for this machine, valid from yesterday to tomorrow, and its key. */
async function makeCertificate(name: string): Promise<void> {
  const dayMs = 86_400_000;
  const { cert, private: key } = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - dayMs),
    notAfterDate: new Date(Date.now() + dayMs),
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
  });
  writeFileSync(file(`${name}.crt`), cert);
  writeFileSync(file(`${name}.key`), key);
}

beforeAll(async () => {
  await makeCertificate('first');
  await makeCertificate('second');
});

/** Requests the metadata, trusting one certificate. */
function metadata(origin: string, certificate: string): Promise<number | undefined> {
  const url = `${origin}/autoupdate/v2/enterprise/ent_sandbox/metadata`;
  const ca = readFileSync(file(certificate));
  return new Promise((resolve, reject) => {
    const request = get(url, { ca, agent: false, headers: syncAuth }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.once('error', reject);
  });
}

/** The name in the certificate of a server. */
function nameShownBy(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false }, () => {
      resolve(String(socket.getPeerCertificate().subject.CN));
      socket.destroy();
    });
    socket.once('error', reject);
  });
}

describe('a sandbox with a certificate', () => {
  it('serves HTTPS, also when started by the command', async () => {
    const flags = ['--tls-cert', file('first.crt'), '--tls-key', file('first.key')];
    const { url } = await startCommand('--port', '0', ...flags);
    expect(url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    expect(await metadata(url, 'first.crt')).toBe(200);
    await expect(metadata(url, 'second.crt')).rejects.toThrow('self-signed');
    await expect(metadata(url.replace('https', 'http'), 'first.crt')).rejects.toThrow();
  });

  it('loads a new certificate without a restart, and uses the old one while the files do not match', async () => {
    const tls = { cert: file('live.crt'), key: file('live.key') };
    copyFileSync(file('first.crt'), tls.cert);
    copyFileSync(file('first.key'), tls.key);
    const logged: string[] = [];
    const mock = await sandboxForThisFile({ tls, log: (text) => logged.push(text) });
    expect(await nameShownBy(mock.port)).toBe('first');
    copyFileSync(file('second.crt'), tls.cert);
    await expect.poll(() => logged.join(), { timeout: 15_000 }).toContain('cannot use');
    expect(await nameShownBy(mock.port)).toBe('first');
    copyFileSync(file('second.key'), tls.key);
    await expect.poll(() => nameShownBy(mock.port), { timeout: 15_000 }).toBe('second');
    expect(await metadata(mock.url, 'second.crt')).toBe(200);
  });

  it('does not start with invalid files', async () => {
    writeFileSync(file('broken.crt'), 'no certificate');
    const start = (cert: string, key: string) =>
      sandboxForThisFile({ tls: { cert: file(cert), key: file(key) } });
    await expect(start('broken.crt', 'first.key')).rejects.toThrow(TlsFileError);
    await expect(start('first.crt', 'second.key')).rejects.toThrow(TlsFileError);
    await expect(start('missing.crt', 'first.key')).rejects.toThrow(/missing\.crt \(ENOENT\)/);
  });

  it('reports invalid flags in one line', async () => {
    const alone = await runToEnd('--port', '0', '--tls-cert', file('first.crt'));
    expect([alone.code, alone.stderr]).toEqual([
      2,
      expect.stringContaining('--tls-cert and --tls-key together'),
    ]);
    const flags = ['--tls-cert', file('first.crt'), '--tls-key', file('second.key')];
    const wrong = await runToEnd('--port', '0', ...flags);
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).toMatch(/^telecrm-mock: cannot use [^\n]+\n$/);
    const proxy = await runToEnd('--port', '0', '--trust-proxy', 'nowhere');
    expect([proxy.code, proxy.stderr]).toEqual([1, expect.stringContaining('--trust-proxy: ')]);
  });
});
