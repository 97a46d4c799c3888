import { describe, expect, it } from 'vitest';
import { errorIn, mockForThisFile, syncAuth } from '../testing/mock.ts';
import { sendRaw } from '../testing/raw.ts';

const mock = await mockForThisFile();
const path = '/autoupdate/v2/enterprise/ent_sandbox/metadata';
const auth = `Authorization: ${syncAuth.authorization}\r\n`;

function get(target: string, host = 'Host: localhost\r\n'): string {
  return `GET ${target} HTTP/1.1\r\n${host}${auth}\r\n`;
}

function post(headers: string): string {
  return `POST ${path.replace('metadata', 'lead')} HTTP/1.1\r\nHost: localhost\r\n${auth}${headers}\r\n`;
}

describe('data that is almost HTTP gets an error in the envelope', () => {
  it.each([
    ['a TLS greeting', '\x16\x03\x01\x02\x00\x01\r\n\r\n', 400],
    ['a raw NUL in the path', get(`${path}\x00`), 400],
    ['raw bytes above ASCII in the path', get('/ü'), 400],
    ['an unknown method', get(path).replace('GET', 'FETCH'), 400],
    ['a method in lower case', get(path).replace('GET', 'get'), 400],
    ['a URL over 16 kB', get(`${path}?q=${'a'.repeat(20_000)}`), 431],
    ['a URL of 1 MB', get(`${path}?q=${'a'.repeat(1_000_000)}`), 431],
    ['a backslash in the path', get('/autoupdate\\v2'), 400],
    ['a Host header that cannot be one', get(path, 'Host: a b\r\n'), 400],
    [
      'a length and chunks at once',
      post('Transfer-Encoding: chunked\r\nContent-Length: 5\r\n'),
      400,
    ],
    ['a chunk without a size', `${post('Transfer-Encoding: chunked\r\n')}zz\r\n`, 400],
    ['a length below zero', post('Content-Length: -1\r\n'), 400],
    ['an expectation nobody knows', `${post('Expect: tea\r\nContent-Length: 2\r\n')}{}`, 400],
  ])('%s', async (_, bytes, status) => {
    const response = await sendRaw(mock.port, Buffer.from(bytes));
    expect(response.status).toBe(status);
    expect(response.head).toMatch(/^content-type: application\/json$/im);
    expect(errorIn(response.body).message).not.toBe('');
  });
});

describe('unusual but valid HTTP gets an ordinary response', () => {
  it.each([
    ['no Host header', get(path, '')],
    ['HTTP/1.0', get(path).replace('HTTP/1.1', 'HTTP/1.0')],
    ['an absolute URL', get(`http://next.telecrm.in${path}`)],
    ['a path with dots', get(path.replace('metadata', 'lead/../metadata'))],
    [
      'a wish for another protocol',
      get(path, 'Host: localhost\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n'),
    ],
    ['a wish for HTML', get(path, 'Host: localhost\r\nAccept: text/html\r\n')],
    ['an Accept header that is none', get(path, 'Host: localhost\r\nAccept: ;;;\r\n')],
    ['unknown query keys', get(`${path}?__proto__=1&constructor=2&a=1&a=2&%=3`)],
    ['a comma in an ID', get(path.replace('ent_sandbox', 'a,b'))],
    ['an ID of 14 kB', get(path.replace('ent_sandbox', 'a'.repeat(14_000)))],
    ['an ID that is encoded', get(path.replace('ent_sandbox', '%F0%9F%98%80%2F%25'))],
  ])('%s', async (_, bytes) => {
    const { status, body } = await sendRaw(mock.port, bytes);
    expect(status).toBe(200);
    expect(JSON.parse(body)).toHaveProperty('leadIdentifierFieldId');
  });
});
