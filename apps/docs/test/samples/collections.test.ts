/** Runs each request of the Postman and Bruno collections with Postman's runner and Bruno's parser. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bruToEnvJsonV2, bruToJsonV2, collectionBruToJson } from '@usebruno/lang';
import { strFromU8, unzipSync } from 'fflate';
import newman from 'newman';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { requestsOf } from '../../src/samples/requests.ts';
import { apis, dist } from '../fixtures/site.ts';
import { type SampleSandbox, startSampleSandbox } from './sandbox.ts';

let sandbox: SampleSandbox;
beforeAll(async () => {
  sandbox = await startSampleSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const variable = /\{\{(\w+)\}\}/g;

describe.each(apis)('the collections of the $name API', (api) => {
  /** The requests of the samples. The tests of the samples check that they send the examples of the spec. */
  const samples = api.operations.flatMap((operation) =>
    requestsOf(api, operation).map(({ method, path, body }) => ({
      method,
      path: decodeURIComponent(api.basePath + path),
      authorization: `Bearer ${api.sandboxToken}`,
      body,
    })),
  );
  const local = (url: string) => url.replace('http://127.0.0.1:4010', sandbox.url);

  /** The requests that the sandbox received, without their responses. All must have succeeded. */
  async function receivedRequests() {
    const { exchanges } = await sandbox.report();
    return exchanges.map(({ method, path, authorization, body, status }) => {
      expect(status).toBeLessThan(300);
      return { method, path: decodeURIComponent(path), authorization, body };
    });
  }

  it('Postman sends every request of the samples successfully', async () => {
    const file = join(dist, `collections/${api.name}.postman_collection.json`);
    const collection = JSON.parse(readFileSync(file, 'utf8'));
    const received: object[] = [];
    for (const folder of collection.item) {
      for (const item of folder.item) {
        await sandbox.reset();
        const variables = collection.variable.map(({ key, value }: Record<string, string>) => ({
          key,
          value: local(value ?? ''),
        }));
        const singleRequest = { ...collection, variable: variables, item: [item] };
        const failures = await new Promise((done, fail) => {
          newman.run({ collection: singleRequest }, (error, { run }) => {
            if (error) fail(error);
            else done(run.failures.map((it) => `${item.name}: ${it.error.message}`));
          });
        });
        expect(failures).toEqual([]);
        received.push(...(await receivedRequests()));
      }
    }
    expect(received).toEqual(samples);
  });

  it('Bruno’s parser reads every request of the samples, and each succeeds', async () => {
    const archive = readFileSync(join(dist, `collections/telecrm-${api.name}.bruno.zip`));
    const files = Object.fromEntries(
      Object.entries(unzipSync(archive)).map(([path, bytes]) => [path, strFromU8(bytes)]),
    );
    const root = `telecrm-${api.name}`;
    expect(JSON.parse(files[`${root}/bruno.json`] ?? '')).toMatchObject({ type: 'collection' });
    const { variables } = bruToEnvJsonV2(files[`${root}/environments/Sandbox.bru`] ?? '');
    const values = Object.fromEntries(variables.map(({ name, value }) => [name, value]));
    const fill = (text: string) =>
      local(text.replaceAll(variable, (_, name: string) => values[name] ?? ''));
    const { auth } = collectionBruToJson(files[`${root}/collection.bru`] ?? '');
    const requests = Object.entries(files)
      .filter(([path]) => path.split('/').length === 3 && !path.includes('/environments/'))
      .map(([, text]) => bruToJsonV2(text));
    const received: object[] = [];
    for (const { http, body } of requests) {
      await sandbox.reset();
      await fetch(fill(http.url), {
        method: http.method.toUpperCase(),
        headers: {
          Authorization: `Bearer ${fill(auth.bearer.token)}`,
          ...(body && { 'Content-Type': 'application/json' }),
        },
        ...(body && { body: body.json }),
      });
      received.push(...(await receivedRequests()));
    }
    expect(received).toHaveLength(samples.length);
    expect(received).toEqual(expect.arrayContaining(samples));
  });
});
