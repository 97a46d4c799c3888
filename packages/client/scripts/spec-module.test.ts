import { expect, test } from 'vitest';
import { specModule } from './spec-module.ts';

const document = (...urls: string[]) => ({
  openapi: '3.1.0',
  info: { title: 'Sync API', version: '1' },
  servers: urls.map((url) => ({ url, description: '', variables: {} })),
});

test('the client says its version and its spec, and calls the first server of each API', () => {
  const source = specModule({
    version: '1.2.3',
    fingerprint: 'abcdef012345',
    sync: document('https://sync.example/v2', 'http://127.0.0.1:4010'),
    async: document('https://async.example'),
  });
  expect(source).toContain('"telecrm-client/1.2.3 (spec abcdef012345)"');
  expect(source).toContain('syncUrl: string = "https://sync.example/v2"');
  expect(source).toContain('asyncUrl: string = "https://async.example"');
});

test('an API without a server stops the build', () => {
  const facts = { version: '1.2.3', fingerprint: 'abcdef012345', async: document('https://x.y') };
  expect(() => specModule({ ...facts, sync: document() })).toThrow('"Sync API" names no server');
});
