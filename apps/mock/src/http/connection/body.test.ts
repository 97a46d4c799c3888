import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { errorIn, errorOf, mockForThisFile, syncAuth } from '../../testing/mock.ts';
import { sendRaw } from '../../testing/raw.ts';

const mock = await mockForThisFile();
const url = `${mock.baseUrls.sync}/enterprise/ent_sandbox/lead`;

function post(body: string | ReadableStream) {
  const headers = { ...syncAuth, 'content-type': 'application/json' };
  // Required by fetch for a streamed body.
  const duplex = body instanceof ReadableStream ? { duplex: 'half' as const } : {};
  return fetch(url, { method: 'POST', headers, body, ...duplex });
}

/** A valid body with exactly this many bytes. */
function bodyOf(bytes: number): string {
  const frame = JSON.stringify({ fields: { note: '' } });
  return JSON.stringify({ fields: { note: 'a'.repeat(bytes - frame.length) } });
}

/** 1 MB. */
const bodyLimit = 1024 * 1024;

describe('a body over 1 MB', () => {
  const tooLarge = { code: 'PAYLOAD_TOO_LARGE', message: expect.stringContaining('1 MB') };

  /** In chunks, so no header announces the length. */
  function inChunks(text: string): ReadableStream {
    const bytes = new TextEncoder().encode(text);
    let sent = 0;
    return new ReadableStream({
      pull(controller) {
        if (sent >= bytes.length) return controller.close();
        controller.enqueue(bytes.subarray(sent, sent + 100_000));
        sent += 100_000;
      },
    });
  }

  it('is rejected if it arrives in an unknown number of chunks; one of exactly 1 MB is not', async () => {
    expect((await post(inChunks(bodyOf(bodyLimit)))).status).toBe(201);
    for (const bytes of [bodyLimit + 1, 5_000_000]) {
      const response = await post(inChunks(bodyOf(bytes)));
      expect([response.status, await errorOf(response)]).toEqual([413, tooLarge]);
    }
  });

  it('is rejected before it is sent', async () => {
    const { status, body } = await sendRaw(
      mock.port,
      `POST ${new URL(url).pathname} HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${syncAuth.authorization}\r\n`,
      'Content-Type: application/json\r\nContent-Length: 900000000\r\n\r\n{',
    );
    expect([status, errorIn(body)]).toEqual([413, tooLarge]);
  });

  it('leaves the connection usable for the next request', async () => {
    for (let call = 0; call < 3; call += 1) {
      expect((await post(bodyOf(3_000_000))).status).toBe(413);
      expect((await post(bodyOf(100))).status).toBe(201);
    }
  });

  it.each([
    ['a length', []],
    ['chunks', ['-H', 'Transfer-Encoding: chunked']],
    ['no wait for a go-ahead', ['-H', 'Expect:']],
  ])('is rejected in a way that curl can read the response, sent with %s', async (_, extra) => {
    const curl = promisify(execFile)('curl', [
      ...['-sS', '-w', '\n%{http_code}', '--data-binary', '@-', ...extra],
      ...['-H', `Authorization: ${syncAuth.authorization}`, '-H', 'Content-Type: application/json'],
      url,
    ]);
    // curl may disconnect before all is read.
    curl.child.stdin?.on('error', () => {});
    curl.child.stdin?.end(bodyOf(8_000_000));
    const [body = '', status] = (await curl).stdout.split('\n');
    expect([status, errorIn(body)]).toEqual(['413', tooLarge]);
  });

  it('is not read if the token is missing', async () => {
    const response = await fetch(url, { method: 'POST', body: bodyOf(3_000_000) });
    expect(response.status).toBe(401);
  });
});

describe('the body of a GET', () => {
  it('is not waited for if there is none', async () => {
    const { status } = await sendRaw(
      mock.port,
      `GET ${new URL(url).pathname.replace(/lead$/, 'metadata')} HTTP/1.1\r\nHost: localhost\r\n`,
      `Authorization: ${syncAuth.authorization}\r\nContent-Length: 5\r\n\r\nhello`,
    );
    expect(status).toBe(200);
  });
});
