import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { minimumCounts } from '../fixtures/minimum-counts.ts';
import { compile } from './compile.ts';
import { guideBlocks as blocks, type GuideBlock, metaOf, sharedFiles } from './guide-blocks.ts';
import { runInAppsScript } from './hosts/apps-script.ts';
import { runInWordpress } from './hosts/wordpress.ts';
import { runSample, type SampleLanguage } from './run-sample.ts';
import { type SampleSandbox, startSampleSandbox } from './sandbox.ts';

const blocksIn = (language: SampleLanguage) => blocks.filter((it) => it.language === language);

let sandbox: SampleSandbox;
beforeAll(async () => {
  sandbox = await startSampleSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

/** Runs a block in the host that its metadata names, or as a program. */
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
  // Only blocks in a sample language are run.
  return runSample(sandbox, language as SampleLanguage, code);
}

/** Runs a block and checks the expectations in its metadata: by default, success without dropped values. */
async function runAndCheck(block: GuideBlock): Promise<number> {
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
  it.each(blocksIn('bash'))('$place runs with the expected outcome', async (block) => {
    expect(await runAndCheck(block)).toBe(1);
  });
});

describe.each(['js', 'python', 'php'] as const)('%s', (language) => {
  const programs = blocksIn(language).filter((block) => !metaOf(block, 'file'));
  it.each(programs)('$place runs with the expected outcome', async (block) => {
    expect(await runAndCheck(block)).toBeGreaterThan(0);
  });
});

describe('TypeScript', () => {
  it.each(blocksIn('ts'))('$place runs with the expected outcome', async (block) => {
    const { code } = block;
    // A program with its own sandbox does not call this one; it only has to succeed.
    const sendsRequests =
      !/@telecrm\/(client\/testing|mock|sandbox)'/.test(code) &&
      /^(?!export |async )\S[^/\n]*await \w+[.(]|^(for )?await /m.test(code);
    expect((await runAndCheck(block)) > 0).toBe(sendsRequests);
  });

  it('every block compiles in strict mode', async () => {
    const programs = blocksIn('ts').map(({ place, code }) => [place, code]);
    const shared = Object.entries(sharedFiles).filter(([name]) => name.endsWith('.ts'));
    expect(await compile('guides', Object.fromEntries(programs), Object.fromEntries(shared))).toBe(
      '',
    );
  });
});

it.each(Object.entries(minimumCounts.guideBlocks))(
  'there are enough blocks in %s',
  (language, minimum) => {
    const found = blocks.filter((block) => block.language === language);
    expect(found.length).toBeGreaterThanOrEqual(minimum);
  },
);
