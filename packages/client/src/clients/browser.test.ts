import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSyncClient } from '../index.ts';

const id = { enterpriseId: 'ent_sandbox', token: 'sandbox-token' };

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a client', () => {
  it('does not start in a page', () => {
    vi.stubGlobal('document', {});
    vi.stubGlobal('process', undefined);
    expect(() => createSyncClient(id)).toThrow('dangerouslyAllowBrowser');
    expect(createSyncClient({ ...id, dangerouslyAllowBrowser: true })).toHaveProperty('try');
  });

  it('starts in a test that simulates a page', () => {
    vi.stubGlobal('document', {});
    expect(createSyncClient(id)).toHaveProperty('try');
  });

  it('starts in a worker', () => {
    vi.stubGlobal('process', undefined);
    expect(createSyncClient(id)).toHaveProperty('try');
  });
});
