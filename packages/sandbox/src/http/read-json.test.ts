import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { authOf, errorOf } from '../testing/requests.ts';
import { statelessSandbox } from '../testing/stateless.ts';

const { fetch, baseUrls } = statelessSandbox();
const url = `${baseUrls.sync}/enterprise/ent_sandbox/lead`;

function post(body: string | Buffer | ReadableStream, contentType = 'application/json') {
  const headers = { ...authOf.sync, 'content-type': contentType };
  // Required by fetch for a streamed body.
  const duplex = body instanceof ReadableStream ? { duplex: 'half' as const } : {};
  return fetch(url, { method: 'POST', headers, body, ...duplex });
}

/** A valid body with exactly this many bytes. */
function bodyOf(bytes: number): string {
  const frame = JSON.stringify({ fields: { note: '' } });
  return JSON.stringify({ fields: { note: 'a'.repeat(bytes - frame.length) } });
}

describe('a body that is not JSON', () => {
  it.each([
    ['{"fields": {"phone": "91",}}', 'line 1, column 27'],
    ['{\n  "fields": {\n    phone: 1\n  }\n}', 'line 3, column 5'],
    ['hello', 'check quotes'],
    ['{"fields":', 'check quotes'],
    ["{'fields': {}}", 'line 1, column 2'],
    ['phone=919999999999', 'check quotes'],
  ])('%s is rejected with the position', async (body, position) => {
    const response = await post(body);
    const { code, message } = await errorOf(response);
    expect([response.status, code]).toEqual([400, 'BAD_REQUEST']);
    expect(message).toContain('not JSON');
    expect(message).toContain(position);
    expect(message).not.toContain('919999999999');
  });

  it('is rejected if it is not UTF-8', async () => {
    const latin1 = Buffer.from('{"fields":{"name":"Zo\xeb"}}', 'latin1');
    const response = await post(latin1);
    expect(response.status).toBe(400);
    expect((await errorOf(response)).message).toContain('UTF-8');
  });

  it('can have a byte order mark', async () => {
    expect((await post('\ufeff{"fields":{"phone":"919999999999"}}')).status).toBe(201);
  });
});

describe('a missing body', () => {
  it.each(['', 'null', '0', 'false', '""', '[]', '[{"fields":{}}]'])(
    '%j is rejected if an object is required',
    async (body) => {
      const response = await post(body);
      expect(response.status).toBe(400);
      expect((await errorOf(response)).message).toMatch(/^body is .*object\.$/);
    },
  );
});

/** 1 MB. */
const bodyLimit = 1024 * 1024;

describe('a body over 1 MB', () => {
  const tooLarge = { code: 'PAYLOAD_TOO_LARGE', message: expect.stringContaining('1 MB') };

  it('is rejected, and one of exactly 1 MB is not', async () => {
    expect((await post(bodyOf(bodyLimit))).status).toBe(201);
    const response = await post(bodyOf(bodyLimit + 1));
    expect(response.status).toBe(413);
    expect(await errorOf(response)).toEqual(tooLarge);
  });

  it('is rejected if it arrives in an unknown number of chunks', async () => {
    const chunk = new TextEncoder().encode(' '.repeat(100_000));
    let left = 50;
    const stream = new ReadableStream({
      pull: (controller) => (left-- > 0 ? controller.enqueue(chunk) : controller.close()),
    });
    const response = await post(stream);
    expect([response.status, await errorOf(response)]).toEqual([413, tooLarge]);
  });
});

describe('the content type', () => {
  const body = '{"fields":{"phone":"919999999999"}}';

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    ';;;',
    'json',
  ])('%s is rejected, with the one to send', async (type) => {
    const response = await post(body, type);
    const { code, message } = await errorOf(response);
    expect([response.status, code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    expect(message).toContain('Content-Type: application/json');
  });

  it.each(['application/json; charset=utf-8', 'Application/JSON', 'application/vnd.api+json'])(
    '%s is accepted',
    async (type) => {
      expect((await post(body, type)).status).toBe(201);
    },
  );

  it('does not matter for a compressed body, which is rejected', async () => {
    const headers = {
      ...authOf.sync,
      'content-type': 'application/json',
      'content-encoding': 'gzip',
    };
    const response = await fetch(url, { method: 'POST', headers, body: gzipSync(body) });
    expect(response.status).toBe(415);
    expect((await errorOf(response)).message).toContain('without Content-Encoding');
  });

  it('can be missing', async () => {
    const response = await fetch(url, {
      method: 'POST',
      headers: authOf.sync,
      body: Buffer.from(body),
    });
    expect(response.status).toBe(201);
  });
});

describe('a malicious body', () => {
  it('with __proto__ is validated like a body with any other key', async () => {
    const response = await post('{"fields":{"__proto__":{"polluted":true},"phone":"91"}}');
    expect((await errorOf(response)).message).toContain('body.fields.__proto__ is an object');
    expect((await post('{"__proto__":{},"fields":{"constructor":"x"}}')).status).toBeLessThan(500);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it.each([
    ['nested deep', `{"fields":{"x":${'['.repeat(400_000)}${']'.repeat(400_000)}}}`],
    ['full of mistakes', `{"fields":{"a":"b"},"actions":[${'{},'.repeat(300_000)}{}]}`],
    ['full of keys', `{"fields":{${Array.from({ length: 60_000 }, (_, i) => `"k${i}":{}`)}}}`],
  ])('gets a response quickly if it is %s', async (_, body) => {
    const started = performance.now();
    const response = await post(body);
    expect(response.status).toBe(400);
    expect((await errorOf(response)).message.length).toBeLessThan(500);
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});

it('validates bodies of the Async API in the same way', async () => {
  const response = await fetch(`${baseUrls.async}/enterprise/ent_sandbox/autoupdatelead`, {
    method: 'POST',
    headers: { ...authOf.async, 'content-type': 'application/json' },
    body: '{"fields"}',
  });
  expect(response.status).toBe(400);
  expect((await errorOf(response)).message).toContain('line 1, column 10');
});
