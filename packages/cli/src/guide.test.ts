/** Runs all commands of the guide to the workspace file. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { WorkspaceDefinition } from '@telecrm/workspace';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestFolder, type TestFolder } from './testing/cli.ts';
import { createTestSandbox, type TestSandbox } from './testing/sandbox.ts';

const { resolve } = createRequire(import.meta.url);
const specFolder = dirname(resolve('@telecrm/spec/package.json'));
const guide = await readFile(join(specFolder, 'guides/your-workspace-file.md'), 'utf8');

/** The code blocks of a language, in order of appearance. */
function blocksOf(language: string): string[] {
  const fences = guide.matchAll(/^```(\w+).*\n([\s\S]*?)^```$/gm);
  return [...fences].flatMap(([, name, code = '']) => (name === language ? [code.trim()] : []));
}

/** The arguments of every `npx telecrm` in the guide, in order of appearance. */
const commands = [...guide.matchAll(/^ *(?:- run: )?npx telecrm (.+)$/gm)].map(([, args = '']) =>
  args.split(' '),
);
const [pullArgs = [], typesArgs = [], checkArgs = []] = commands;
const [program = ''] = blocksOf('ts');
const [payload = ''] = blocksOf('json');
/** The payload without its mistakes. */
const rightPayload = payload
  .replace('"ten"', '5000')
  .replace('contact_sorce', 'contact_source')
  .replace('"1001"', '"ACTION_1001"');
const [squiggle = '', dropped = '', buildJob = '', dailyJob = '', changes = ''] = blocksOf('text');

const source = (...options: string[]) =>
  ({ apiName: 'contact_source', type: 'dropdown', options }) as const;
const dealSize = { apiName: 'deal_size', type: 'number' } as const;
const definition: WorkspaceDefinition = {
  enterpriseId: 'ent_guide',
  customFields: [dealSize, source('Website', 'Referral')],
  customActions: [
    { code: 'ACTION_1001', displayName: 'Site Visit', fieldSchema: { note: { type: 'text' } } },
  ],
};

let sandbox: TestSandbox;
let folder: TestFolder;
let env: Record<string, string>;

beforeAll(async () => {
  sandbox = await createTestSandbox();
  env = await sandbox.env(definition);
});
afterAll(() => sandbox[Symbol.asyncDispose]());

beforeEach(async () => {
  folder = await createTestFolder();
  await folder.linkDependencies();
  const compilerOptions = { target: 'es2024', module: 'nodenext', strict: true, noEmit: true };
  await folder.write('tsconfig.json', { compilerOptions, files: ['program.ts'] });
  await folder.write('package.json', { type: 'module' });
  await folder.write('program.ts', program);
  await folder.write('lead.json', payload);
  await folder.write('right.json', rightPayload);
  expect(await folder.telecrm(pullArgs, { env })).toMatchObject({
    ...{ code: 0, stdout: expect.stringContaining('Wrote') },
  });
  // Neither the types nor the check need a token.
  expect(await folder.telecrm(typesArgs)).toEqual({
    ...{ code: 0, stdout: 'Wrote telecrm.d.ts.\n', stderr: '' },
  });
  return () => folder[Symbol.asyncDispose]();
});

/** `npx tsc --noEmit`. */
async function compile(): Promise<string> {
  const tsc = join(dirname(resolve('typescript/package.json')), 'bin/tsc');
  const { stdout } = await promisify(execFile)(process.execPath, [tsc], {
    cwd: folder.path,
  }).catch((error) => error);
  return stdout;
}

it('leads from `pull` to a compiler error for a misspelled field', async () => {
  expect(commands.map((args) => args.join(' '))).toEqual([
    'pull --country IN --date-format dd/MM/yyyy --time-zone Asia/Kolkata',
    'types',
    'check lead.json',
    'sandbox',
    'types --check',
    'check payloads/*.json --format github',
    'pull --check',
  ]);
  expect(await compile()).toBe('');

  await folder.write('program.ts', program.replace('deal_size', 'dealsize'));
  expect(await compile()).toContain(squiggle);
  for (const [right, wrong] of [
    ['(1001,', '(1002,'],
    ["'Website'", "'Websiet'"],
    ["newOption('Billboard')", "'Billboard'"],
    ['5000', "'5000'"],
    ["phone: '919999999999', ", ''],
  ] as const) {
    const changed = program.replace(right, wrong);
    expect(changed).not.toBe(program);
    await folder.write('program.ts', changed);
    expect(await compile(), wrong).toContain('program.ts(');
  }
});

it('has a program whose lead telecrm stores completely', async () => {
  const { env: own, workspace } = await sandbox.create({ ...definition, enterpriseId: 'ent_own' });
  await promisify(execFile)(process.execPath, ['program.ts'], {
    cwd: folder.path,
    env: { ...process.env, ...own },
  });
  await workspace.drain();
  const { data } = await workspace.ingestions();
  expect(data.map(({ outcome, remarks }) => ({ outcome, remarks }))).toEqual([
    { outcome: 'CREATED', remarks: [] },
    { outcome: 'CREATED', remarks: [] },
  ]);
});

it('shows the output of `check` for a payload with dropped parts', async () => {
  expect(await folder.telecrm(checkArgs)).toEqual({
    ...{ code: 1, stdout: `${dropped}\n`, stderr: '' },
  });
  expect(await folder.telecrm(['check', 'right.json'])).toMatchObject({ code: 0 });
});

it('has CI jobs that pass while everything matches, and fail otherwise', async () => {
  const runsOf = (job: string) =>
    [...job.matchAll(/- run: npx telecrm (.+)$/gm)].map(([, args = '']) => args.split(' '));
  const [typesCheck = [], payloadCheck = []] = runsOf(buildJob);
  const [pullCheck = []] = runsOf(dailyJob);
  const checkPayloads = (file: string) =>
    folder.telecrm(payloadCheck.map((arg) => arg.replace('payloads/*.json', file)));

  expect(await folder.telecrm(typesCheck)).toMatchObject({ code: 0 });
  expect(await checkPayloads('right.json')).toMatchObject({ code: 0 });
  expect(await folder.telecrm(pullCheck, { env })).toMatchObject({ code: 0 });

  const failed = await checkPayloads('lead.json');
  expect(failed.code).toBe(1);
  expect(failed.stdout).toMatch(/^::warning file=lead\.json,line=2,col=53/);

  const visitDate = { apiName: 'visit_date', type: 'date' } as const;
  // The same workspace after a change in the dashboard.
  await using later = await createTestSandbox();
  const changed = await later.env({
    ...definition,
    customFields: [dealSize, source('Website', 'Referral', 'Billboard'), visitDate],
  });
  const differs = await folder.telecrm(pullCheck, { env: changed });
  expect(differs).toMatchObject({ code: 1, stdout: `${changes}\n` });
  expect(await folder.telecrm(['pull'], { env: changed })).toMatchObject({ code: 0 });
  const outdated = await folder.telecrm(typesCheck);
  expect(outdated.code).toBe(1);
  expect(outdated.stdout).toContain('telecrm.d.ts is out of date: run telecrm types.');
});
