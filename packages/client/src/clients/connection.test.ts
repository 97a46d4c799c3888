import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAsyncClient, createSyncClient } from '../index.ts';

/** The shape of a real token. */
const token = `${crypto.randomUUID()}1609459200000:${crypto.randomUUID()}`;
const complete = { enterpriseId: 'ent_sandbox', token: 'sandbox-token' };

beforeEach(() => {
  for (const name of Object.keys(process.env)) {
    if (name.startsWith('TELECRM_')) vi.stubEnv(name, undefined);
  }
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('a client without configuration', () => {
  it('lists everything that is missing for a Sync client, and where to find it', () => {
    expect(() => createSyncClient()).toThrowErrorMatchingInlineSnapshot(`
      [Error: The Sync client cannot start:
      - enterpriseId (or TELECRM_ENTERPRISE_ID) is missing
      - token (or TELECRM_SYNC_TOKEN) is missing
      See Settings → Website and API in telecrm.]
    `);
  });

  it('asks an Async client for an Async token', () => {
    expect(() =>
      createAsyncClient({ enterpriseId: 'ent_sandbox' }),
    ).toThrowErrorMatchingInlineSnapshot(`
      [Error: The Async client cannot start:
      - token (or TELECRM_ASYNC_TOKEN) is missing
      See Settings → Website and API in telecrm.]
    `);
  });

  it('treats an undefined option as missing', () => {
    expect(() => createSyncClient({ ...complete, token: undefined })).toThrow(
      'token (or TELECRM_SYNC_TOKEN) is missing',
    );
  });
});

describe('the environment', () => {
  it('has a separate token for each client', () => {
    vi.stubEnv('TELECRM_ENTERPRISE_ID', 'ent_sandbox');
    vi.stubEnv('TELECRM_SYNC_TOKEN', 'sandbox-sync-token');
    expect(createSyncClient()).toHaveProperty('try');
    expect(() => createAsyncClient()).toThrow('TELECRM_ASYNC_TOKEN');
  });

  it('is named if its value is invalid', () => {
    vi.stubEnv('TELECRM_SYNC_TOKEN', 'Bearer sandbox-sync-token');
    expect(() => createSyncClient({ enterpriseId: 'ent_sandbox' })).toThrow(
      'token (or TELECRM_SYNC_TOKEN) has Bearer, white space or quotes',
    );
  });

  it('rejects an empty URL instead of using production', () => {
    vi.stubEnv('TELECRM_ASYNC_URL', '');
    expect(() => createAsyncClient(complete)).toThrow('baseUrl (or TELECRM_ASYNC_URL) is missing');
  });

  it('is optional where there is none, as in a browser', () => {
    vi.stubGlobal('process', undefined);
    try {
      expect(createSyncClient(complete)).toHaveProperty('try');
      expect(() => createSyncClient()).toThrow('TELECRM_SYNC_TOKEN');
    } finally {
      vi.unstubAllGlobals();
    }
  });
});

describe('an invalid value', () => {
  it.each([
    ['enterpriseId', ' ', 'is missing'],
    ['enterpriseId', 'ent_sandbox\n', 'has Bearer, white space or quotes'],
    ['enterpriseId', '"ent_sandbox"', 'has Bearer, white space or quotes'],
    ['enterpriseId', token, 'is a token'],
    ['token', '', 'is missing'],
    ['token', 'Bearer s3cret', 'has Bearer, white space or quotes'],
    ['token', ' bearer s3cret', 'has Bearer, white space or quotes'],
    ['token', 's3cret\n', 'has Bearer, white space or quotes'],
    ['token', 's3cret s3cret', 'has Bearer, white space or quotes'],
    ['token', "'s3cret'", 'has Bearer, white space or quotes'],
    ['token', 's3cret…', 'has Bearer, white space or quotes'],
    ['token', '603d2b2f9b1e8a001c8e4f5c', 'is an enterprise ID'],
    ['baseUrl', '\t', 'is missing'],
    ['baseUrl', 'next.telecrm.in', 'is not a plain URL up to /enterprise'],
    ['baseUrl', 'localhost:4010', 'is not a plain URL up to /enterprise'],
    ['baseUrl', 'ftp://s3cret.example', 'is not a plain URL up to /enterprise'],
    ['baseUrl', 'https://s3cret@example.com', 'is not a plain URL up to /enterprise'],
    ['baseUrl', 'https://example.com/?key=s3cret', 'is not a plain URL up to /enterprise'],
    ['baseUrl', 'https://example.com/#s3cret', 'is not a plain URL up to /enterprise'],
    ['baseUrl', 'https://example.com/enterprise/s3cret', 'is not a plain URL up to /enterprise'],
  ])('%s %j is rejected: it %s', (option, value, reason) => {
    const create = () => createSyncClient({ ...complete, [option]: value });
    expect(create).toThrow(reason);
    expect(create).toThrow(`- ${option} (or TELECRM_`);
    expect(create).not.toThrow('s3cret');
    expect(create).not.toThrow(token);
  });

  it.each([
    ['the sandbox', 'ent_sandbox', 'sandbox-sync-token'],
    ['a workspace of the sandbox', 'ent_9f2c41d07ab3', 'sync-4c9d1a52b7e84f0a9d3c6b1e2f7a8c05'],
    ['production', '603d2b2f9b1e8a001c8e4f5c', token],
  ])('is not that of %s', (_, enterpriseId, token) => {
    expect(createSyncClient({ enterpriseId, token })).toHaveProperty('try');
  });

  it('is reported for both if they are swapped', () => {
    const swapped = { enterpriseId: token, token: '603d2b2f9b1e8a001c8e4f5c' };
    expect(() => createSyncClient(swapped)).toThrow(
      /enterpriseId .* is a token\n- token .* is an enterprise ID/,
    );
  });

  it('is not converted to text', () => {
    // @ts-expect-error a token is a string
    expect(() => createSyncClient({ ...complete, token: {} })).toThrow('token');
  });
});
