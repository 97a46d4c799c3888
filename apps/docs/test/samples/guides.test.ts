import { dirname, join } from 'node:path';
import { bundlePath } from '@telecrm/spec/files';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readGuides } from '../../src/guides/guide.ts';
import { floors } from '../fixtures/floors.ts';
import { compile } from './compile.ts';
import { runSample, type SampleLanguage } from './run-sample.ts';
import { type SampleSandbox, startSampleSandbox } from './sandbox.ts';

const guides = await readGuides(join(dirname(bundlePath('sync')), 'guides.json'));
const blocks = guides.flatMap(({ name, markdown, line }) =>
  [...markdown.matchAll(/^```(\w+) *(.*)\n([\s\S]*?)^```$/gm)].map((match) => ({
    place: `guides/${name}.md:${line + markdown.slice(0, match.index).split('\n').length - 1}`,
    language: match[1] ?? '',
    meta: match[2] ?? '',
    code: match[3] ?? '',
  })),
);
const inLanguage = (wanted: SampleLanguage) => blocks.filter(({ language }) => language === wanted);

/** What a block announces behind its language: `status=409`, `drops=fields.rating,actions[0].type`. */
function announced(meta: string): { status: number | undefined; drops: string[] } {
  const status = meta.match(/\bstatus=(\d+)/)?.[1];
  const drops = meta.match(/\bdrops=(\S+)/)?.[1];
  return { status: status ? Number(status) : undefined, drops: drops?.split(',') ?? [] };
}

let sandbox: SampleSandbox;
beforeAll(async () => {
  sandbox = await startSampleSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

/** Runs a block, and expects what it announces: success and nothing dropped, unless it says otherwise. */
async function check(language: SampleLanguage, code: string, meta: string): Promise<number> {
  const printed = await runSample(sandbox, language, code);
  const { exchanges, dropped, violations } = await sandbox.report();
  const { status, drops } = announced(meta);
  const statuses = exchanges.map((exchange) => exchange.status);
  if (status) expect(statuses, printed).toEqual([status]);
  else
    expect(
      statuses.filter((it) => it >= 300),
      printed,
    ).toEqual([]);
  expect(dropped.map((it) => it.split(':')[0])).toEqual(drops);
  if (drops.length === 0 && !status) expect(violations).toEqual([]);
  return exchanges.length;
}

describe('curl', () => {
  it.each(inLanguage('bash'))('$place does what it says', async ({ code, meta }) => {
    expect(await check('bash', code, meta)).toBe(1);
  });
});

describe.each(['python', 'php'] as const)('%s', (language) => {
  it.each(inLanguage(language))('$place does what it says', async ({ code, meta }) => {
    expect(await check(language, code, meta)).toBeGreaterThan(0);
  });
});

describe('TypeScript', () => {
  it.each(inLanguage('ts'))('$place does what it says', async ({ code, meta }) => {
    // A program that starts its own sandbox is right when it ends well.
    const calls =
      !/@telecrm\/(client\/testing|mock|sandbox)'/.test(code) &&
      /^(?!export )[^/]*await \w+[.(]|^for await/m.test(code);
    expect((await check('ts', code, meta)) > 0).toBe(calls);
  });

  it('every block compiles in strict mode', async () => {
    const programs = inLanguage('ts').map(({ place, code }) => [place, code]);
    expect(await compile('guides', Object.fromEntries(programs))).toBe('');
  });
});

it.each(Object.entries(floors.guideBlocks))('there are enough blocks of %s', (language, floor) => {
  const found = blocks.filter((block) => block.language === language);
  expect(found.length).toBeGreaterThanOrEqual(floor);
});
