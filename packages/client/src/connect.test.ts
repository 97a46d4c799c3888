import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createAsyncClient, createSyncClient } from './index.ts';

const complete = { enterpriseId: 'ent_sandbox', token: 'sandbox-token' };

beforeEach(() => {
  for (const name of Object.keys(process.env)) {
    if (name.startsWith('TELECRM_')) vi.stubEnv(name, undefined);
  }
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('a client with nothing to go on', () => {
  test('says everything that a Sync client misses, and where to find it', () => {
    expect(() => createSyncClient()).toThrowErrorMatchingInlineSnapshot(`
      [Error: The Sync client cannot start:
      - enterpriseId is missing. Pass enterpriseId or set TELECRM_ENTERPRISE_ID. The ID is shown under Settings → Website and API in the telecrm dashboard.
      - token is missing. Pass token or set TELECRM_SYNC_TOKEN. Make a token of type Sync under Settings → Website and API in the telecrm dashboard; it is shown only once, when it is made.]
    `);
  });

  test('asks an Async client for an Async token', () => {
    expect(() =>
      createAsyncClient({ enterpriseId: 'ent_sandbox' }),
    ).toThrowErrorMatchingInlineSnapshot(`
      [Error: The Async client cannot start:
      - token is missing. Pass token or set TELECRM_ASYNC_TOKEN. Make a token of type Async under Settings → Website and API in the telecrm dashboard; it is shown only once, when it is made.]
    `);
  });

  test('treats an option that is undefined as one that is not there', () => {
    expect(() => createSyncClient({ ...complete, token: undefined })).toThrow(
      'token is missing. Pass token or set TELECRM_SYNC_TOKEN.',
    );
  });
});

describe('the environment', () => {
  test('gives each client its own token', () => {
    vi.stubEnv('TELECRM_ENTERPRISE_ID', 'ent_sandbox');
    vi.stubEnv('TELECRM_SYNC_TOKEN', 'sandbox-sync-token');
    expect(createSyncClient()).toHaveProperty('http');
    expect(() => createAsyncClient()).toThrow('TELECRM_ASYNC_TOKEN');
  });

  test('is named when the value in it is the wrong one', () => {
    vi.stubEnv('TELECRM_SYNC_TOKEN', 'Bearer sandbox-sync-token');
    expect(() => createSyncClient({ enterpriseId: 'ent_sandbox' })).toThrow(
      'token (from TELECRM_SYNC_TOKEN) starts with "Bearer"',
    );
  });

  test('that holds an empty address is refused, not taken for production', () => {
    vi.stubEnv('TELECRM_ASYNC_URL', '');
    expect(() => createAsyncClient(complete)).toThrow('baseUrl (from TELECRM_ASYNC_URL) is blank');
  });

  test('is not needed where there is none, as in a browser', () => {
    vi.stubGlobal('process', undefined);
    try {
      expect(createSyncClient(complete)).toHaveProperty('http');
      expect(() => createSyncClient()).toThrow('TELECRM_SYNC_TOKEN');
    } finally {
      vi.unstubAllGlobals();
    }
  });
});

describe('a value that cannot be right', () => {
  test.each([
    ['enterpriseId', ' ', 'is blank'],
    ['enterpriseId', 'ent_sandbox\n', 'has white space around it'],
    ['enterpriseId', '..', 'is only dots'],
    ['token', '', 'is blank'],
    ['token', 'Bearer s3cret', 'starts with "Bearer", which the client adds itself'],
    ['token', ' bearer s3cret', 'starts with "Bearer"'],
    ['token', 's3cret\n', 'has white space in it'],
    ['token', 's3cret s3cret', 'has white space in it'],
    ['token', 's3cret…', 'has a character in it that no HTTP header can carry'],
    ['baseUrl', '\t', 'is blank'],
    ['baseUrl', 'next.telecrm.in', 'is not an http:// or https:// URL'],
    ['baseUrl', 'localhost:4010', 'is not an http:// or https:// URL'],
    ['baseUrl', 'ftp://s3cret.example', 'is not an http:// or https:// URL'],
    ['baseUrl', 'https://user:s3cret@example.com', 'has a user name or password in it'],
    ['baseUrl', 'https://example.com/?key=s3cret', 'has a query or a fragment after its path'],
    ['baseUrl', 'https://example.com/#s3cret', 'has a query or a fragment after its path'],
    ['baseUrl', 'https://example.com/enterprise/s3cret', 'goes too far'],
  ])('%s %j is refused: it %s', (option, value, reason) => {
    const create = () => createSyncClient({ ...complete, [option]: value });
    expect(create).toThrow(`${option} ${reason}`);
    expect(create).not.toThrow('s3cret');
  });

  test('is refused in plain JavaScript too', () => {
    // @ts-expect-error a token is a string
    expect(() => createSyncClient({ ...complete, token: 42 })).toThrow('token is not a string');
  });
});
