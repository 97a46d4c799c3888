import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Mock, startMock } from '@telecrm/mock';
import { bundlePath } from '@telecrm/spec/files';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readGuides } from '../src/guides/guides.ts';
import { compile, parsePhp } from './check-code.ts';
import { reset, runSample } from './run-sample.ts';

const guides = await readGuides(join(dirname(bundlePath('sync')), 'guides.json'));
const blocks = guides.flatMap(({ name, markdown, line }) =>
  [...markdown.matchAll(/^```(\w+) *(.*)\n([\s\S]*?)^```$/gm)].map((match) => ({
    place: `guides/${name}.md:${line + markdown.slice(0, match.index).split('\n').length - 1}`,
    language: match[1] ?? '',
    status: match[2]?.match(/status=(\d+)/)?.[1],
    code: match[3] ?? '',
  })),
);
const inLanguage = (wanted: string) => blocks.filter(({ language }) => language === wanted);

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());
beforeEach(() => reset(mock));

describe('curl', () => {
  test.each(inLanguage('bash'))('$place is answered as it says', async ({ code, status }) => {
    const { statuses, printed } = await runSample(mock, 'bash', code);
    if (status) expect(statuses).toEqual([status]);
    else expect(statuses, printed).toEqual([expect.stringMatching(/^2/)]);
  });
});

describe('Python', () => {
  test.each(inLanguage('python'))('$place runs', async ({ code }) => {
    const { statuses, printed } = await runSample(mock, 'python', code);
    expect(statuses.length, printed).toBeGreaterThan(0);
    expect(statuses.filter((status) => !status.startsWith('2'))).toEqual([]);
  });
});

describe('TypeScript', () => {
  test.each(inLanguage('ts'))('$place runs', async ({ code }) => {
    const { statuses } = await runSample(mock, 'ts', code);
    const calls = /^(?!export )[^/]*await (?!mock)\w+[.(]|^for await/m.test(code);
    expect(statuses.length > 0).toBe(calls);
    expect(statuses.filter((status) => !status.startsWith('2'))).toEqual([]);
  });

  test('every block compiles in strict mode', async () => {
    const folder = fileURLToPath(new URL('../reports/guides', import.meta.url));
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    for (const { place, code } of inLanguage('ts')) {
      await writeFile(join(folder, `${place.replaceAll(/\W+/g, '-')}.ts`), code);
    }
    expect(await compile(folder)).toBe('');
  });
});

describe('PHP', () => {
  test.each(inLanguage('php'))('$place is PHP', ({ code }) => {
    expect(parsePhp(code)).toBeGreaterThan(0);
  });
});

test('there is code in every language that our readers use', () => {
  const languages = new Set(blocks.map(({ language }) => language));
  for (const language of ['bash', 'ts', 'python', 'php']) expect(languages).toContain(language);
});
