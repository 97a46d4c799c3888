import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { floors } from '../fixtures/floors.ts';
import { compile } from './compile.ts';
import { guideBlocks as blocks, type GuideBlock, metaOf, sharedFiles } from './guide-blocks.ts';
import { runInAppsScript } from './hosts/apps-script.ts';
import { runInWordpress } from './hosts/wordpress.ts';
import { runSample, type SampleLanguage } from './run-sample.ts';
import { type SampleSandbox, startSampleSandbox } from './sandbox.ts';

const inLanguage = (wanted: SampleLanguage) => blocks.filter(({ language }) => language === wanted);

let sandbox: SampleSandbox;
beforeAll(async () => {
  sandbox = await startSampleSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

/** Runs a block in the host that it names, or by itself. */
function run({ language, code }: GuideBlock, host: string | undefined): Promise<unknown> {
  if (host === 'apps-script') {
    const rows = [
      ['name', 'phone', 'telecrm'],
      ['Jane Doe', '9876543210', ''],
    ];
    return runInAppsScript(sandbox, code, rows);
  }
  if (host === 'wordpress') {
    const submit = `$posted = ['your-phone' => '9876543210']; do_action('wpcf7_before_send_mail');`;
    return runInWordpress(sandbox, code, submit);
  }
  // What is run is a block in one of these languages.
  return runSample(sandbox, language as SampleLanguage, code);
}

/** Runs a block, and expects what it announces: success and nothing dropped, unless it says otherwise. */
async function check(block: GuideBlock): Promise<number> {
  const printed = await run(block, metaOf(block, 'host'));
  const { exchanges, dropped, violations } = await sandbox.report();
  const status = metaOf(block, 'status');
  const drops = metaOf(block, 'drops')?.split(',') ?? [];
  const statuses = exchanges.map((exchange) => exchange.status);
  if (status) expect(statuses, String(printed)).toEqual([Number(status)]);
  else {
    expect(
      statuses.filter((it) => it >= 300),
      String(printed),
    ).toEqual([]);
  }
  expect(dropped.map((it) => it.split(':')[0])).toEqual(drops);
  if (drops.length === 0 && !status) expect(violations).toEqual([]);
  return exchanges.length;
}

describe('curl', () => {
  it.each(inLanguage('bash'))('$place does what it says', async (block) => {
    expect(await check(block)).toBe(1);
  });
});

describe.each(['js', 'python', 'php'] as const)('%s', (language) => {
  const programs = inLanguage(language).filter((block) => !metaOf(block, 'file'));
  it.each(programs)('$place does what it says', async (block) => {
    expect(await check(block)).toBeGreaterThan(0);
  });
});

describe('TypeScript', () => {
  it.each(inLanguage('ts'))('$place does what it says', async (block) => {
    const { code } = block;
    // A program that starts its own sandbox is right when it ends well.
    const calls =
      !/@telecrm\/(client\/testing|mock|sandbox)'/.test(code) &&
      /^(?!export |async )\S[^/\n]*await \w+[.(]|^(for )?await /m.test(code);
    expect((await check(block)) > 0).toBe(calls);
  });

  it('every block compiles in strict mode', async () => {
    const programs = inLanguage('ts').map(({ place, code }) => [place, code]);
    const shared = Object.entries(sharedFiles).filter(([name]) => name.endsWith('.ts'));
    expect(await compile('guides', Object.fromEntries(programs), Object.fromEntries(shared))).toBe(
      '',
    );
  });
});

it.each(Object.entries(floors.guideBlocks))('there are enough blocks of %s', (language, floor) => {
  const found = blocks.filter((block) => block.language === language);
  expect(found.length).toBeGreaterThanOrEqual(floor);
});
