import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { languages, samplesOf } from '../../src/samples/languages.ts';
import { requestsOf } from '../../src/samples/requests.ts';
import { minimumCounts } from '../fixtures/minimum-counts.ts';
import { apis } from '../fixtures/site.ts';
import { compile } from './compile.ts';
import { runModule, runSample, type SampleLanguage } from './run-sample.ts';
import { remarksIn, type SampleSandbox, startSampleSandbox } from './sandbox.ts';

const requests = apis.flatMap((api) =>
  api.operations.flatMap((operation) =>
    requestsOf(api, operation).map((request) => ({
      api,
      operation,
      request,
      id: operation.id,
      example: request.name,
      samples: samplesOf(api, operation, request),
    })),
  ),
);

it('every named example of every operation has a sample', () => {
  const examples = apis.flatMap(({ operations }) =>
    operations.map(({ requestBody }) => requestBody?.examples.length ?? 1),
  );
  expect(requests).toHaveLength(examples.reduce((sum, count) => sum + count, 0));
  expect(requests.length).toBeGreaterThanOrEqual(minimumCounts.samplesPerLanguage);
});

/** The remarks of examples that demonstrate dropped values. All other examples are stored completely. */
const intentionalDrops: Record<string, string[]> = {
  'createActions mixedBatch': ['actions[1].fields.amount: Amount must be greater than 0'],
};

it('a response example documents each intentional drop', () => {
  for (const [key, dropped] of Object.entries(intentionalDrops)) {
    const [id, example] = key.split(' ');
    const { operation } = requests.find((it) => it.id === id && it.example === example) ?? {};
    const documented = operation?.responses.flatMap(({ content }) =>
      (content?.examples ?? []).map(({ value }) => remarksIn(value)),
    );
    expect(documented, key).toContainEqual(dropped);
  }
});

type Run = (sandbox: SampleSandbox, code: string) => Promise<string>;
const runnerOf =
  (language: SampleLanguage): Run =>
  (sandbox, code) =>
    runSample(sandbox, language, code);

/** Runs samples, by language. */
const runners: Record<string, Run> = {
  curl: runnerOf('bash'),
  js: runModule,
  ts: runnerOf('ts'),
  python: runnerOf('python'),
  php: runnerOf('php'),
};

describe.each(languages)('in $label', ({ id: language }) => {
  let sandbox: SampleSandbox;
  beforeAll(async () => {
    sandbox = await startSampleSandbox();
  });
  afterAll(() => sandbox.close());
  beforeEach(() => sandbox.reset());

  it.each(requests)(
    '$id, $example, sends the example, and nothing is dropped unexpectedly',
    async ({ api, operation, request, samples }) => {
      const code = samples.find((sample) => sample.language.id === language)?.code ?? '';
      const run = runners[language];
      if (!run) throw new Error(`no runner for ${language}`);
      const printed = await run(sandbox, code);
      const { exchanges, dropped, violations } = await sandbox.report();
      const success = operation.responses.find(({ status }) => status.startsWith('2'));
      expect(exchanges).toEqual([
        {
          method: operation.method,
          path: api.basePath + request.path,
          authorization: `Bearer ${api.sandboxToken}`,
          body: request.body,
          status: Number(success?.status),
          response: expect.anything(),
        },
      ]);
      expect(dropped).toEqual(intentionalDrops[`${operation.id} ${request.name}`] ?? []);
      if (dropped.length === 0) expect(violations).toEqual([]);
      expect(printed.trim()).not.toBe('');
    },
  );
});

it('every TypeScript sample compiles in strict mode', async () => {
  const programs = requests.map(({ id, example, samples }) => [
    `${id} ${example}`,
    samples.find(({ language }) => language.id === 'ts')?.code ?? '',
  ]);
  expect(await compile('types', Object.fromEntries(programs))).toBe('');
});
