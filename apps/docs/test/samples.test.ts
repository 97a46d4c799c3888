import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Mock, startMock } from '@telecrm/mock';
import { bundlePath } from '@telecrm/spec/files';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { samplesOf } from '../src/samples/languages.ts';
import { readApi } from '../src/spec/api.ts';
import { requestsOf } from '../src/spec/requests.ts';
import { compile, parsePhp } from './check-code.ts';
import { reset, runSample } from './run-sample.ts';

const apis = [
  await readApi('async', bundlePath('async')),
  await readApi('sync', bundlePath('sync')),
];
const samples = apis.flatMap((api) =>
  api.operations.flatMap((operation) =>
    requestsOf(api, operation).flatMap((request) =>
      samplesOf(api, operation, request).map(({ language, code }) => ({
        operation,
        example: request.name,
        id: operation.id,
        language: language.id,
        code,
      })),
    ),
  ),
);

test('every named example of every operation has a sample in each language', () => {
  const examples = apis.flatMap(({ operations }) =>
    operations.map(({ body }) => body?.examples.length ?? 1),
  );
  expect(samples.length).toBe(4 * examples.reduce((sum, count) => sum + count, 0));
});

describe.each(['curl', 'python', 'ts'])('in %s', (wanted) => {
  let mock: Mock;
  beforeAll(async () => {
    mock = await startMock();
  });
  afterAll(() => mock.close());
  beforeEach(() => reset(mock));

  test.each(samples.filter(({ language }) => language === wanted))(
    '$id, $example, gets the documented success',
    async ({ operation, code }) => {
      const success = operation.responses.find(({ status }) => status.startsWith('2'))?.status;
      const { statuses, printed } = await runSample(mock, wanted, code);
      expect(statuses, printed).toEqual([success]);
      expect(printed.trim()).not.toBe('');
    },
  );
});

test('every TypeScript sample compiles in strict mode', async () => {
  const folder = fileURLToPath(new URL('../reports/types', import.meta.url));
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const { language, id, example, code } of samples) {
    if (language === 'ts') await writeFile(join(folder, `${id}-${example}.ts`), code);
  }
  expect(await compile(folder)).toBe('');
});

test.each(samples.filter(({ language }) => language === 'php'))(
  '$id, $example, is PHP',
  ({ code }) => {
    expect(parsePhp(code)).toBeGreaterThan(0);
  },
);

test('what is no PHP is not taken for it', () => {
  expect(() => parsePhp('<?php curl_init(;')).toThrow();
});
