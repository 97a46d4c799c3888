import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hostileTexts, hostileWorkspace, largeWorkspace } from '../testing/workspaces.ts';
import { parseWorkspaceFile } from '../workspace-file/read.ts';
import { generateTypes } from './generate.ts';

const run = promisify(execFile);
const tsc = join(
  dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
  'bin/tsc',
);
// Inside this package, where `@telecrm/client` is resolved as in a user's project.
const root = join(import.meta.dirname, '../..');
let folder: string;

beforeAll(async () => {
  await mkdir(join(root, 'reports'), { recursive: true });
  folder = await mkdtemp(join(root, 'reports/types-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function typesOf(content: object): string {
  return generateTypes(parseWorkspaceFile(JSON.stringify(content), 'test.json').definition);
}

/** Compiles a program together with the types of a workspace, and returns the output of the compiler. */
async function compile(workspace: object, program: string, ...flags: string[]): Promise<string> {
  await writeFile(join(folder, 'telecrm.ts'), typesOf(workspace));
  await writeFile(join(folder, 'program.ts'), program);
  const options = [
    '--ignoreConfig',
    '--strict',
    '--noEmit',
    // Other tests check the declarations of the libraries, which takes longest.
    '--skipLibCheck',
    '--exactOptionalPropertyTypes',
    '--verbatimModuleSyntax',
  ];
  const files = [
    '--module',
    'nodenext',
    '--allowImportingTsExtensions',
    'program.ts',
    'telecrm.ts',
  ];
  const args = [tsc, ...options, ...flags, ...files, '--types', 'node', '--pretty', 'false'];
  return run(process.execPath, args, { cwd: folder }).then(
    ({ stdout }) => stdout,
    ({ stdout }) => stdout,
  );
}

const head = `import { newOption, type WorkspaceTypes } from '@telecrm/client';
import type { Workspace } from './telecrm.ts';
type Check<W extends WorkspaceTypes> = W;
type Lead = Check<Workspace>['lead'];
type Visit = Workspace['actions']['1001']['fields'];
`;

it('valid code compiles', async () => {
  const program = `${head}
export const created: Lead['create'] = {
  phone: '919999999999', name: 'Jane', rating: 4, status: 'Fresh', contact_source: 'Website',
  interests: ['VIP'], deal_size: 5, follow_up_date: '01/02/2026',
};
export const other: Lead['create'] = { phone: '9', follow_up_date: 1672561800000, contact_source: newOption('Billboard') };
export const late: Lead['update'] = { follow_up_date: '01/02/2026 10:30:00' };
export const filter: Lead['filter'] = { status: ['Won', 'Lost'], created_on: { from: 1, to: '01/02/2026' }, follow_up_date: { from: 5 } };
export const visit: Visit = { note: 'x', outcome: 'Interested' };
export function read(stored: Lead['stored']): string | number | undefined { return stored.contact_source ?? stored.created_on; }
export const identifier: 'phone' = null! as Workspace['identifier'];
`;
  expect(await compile({}, program)).toBe('');
});

const wrong: [program: string, message: string][] = [
  ["Lead['create'] = { name: 'Jane' }", "Property 'phone' is missing"],
  ["Lead['create'] = { phone: '9', ctiy: 'x' }", "'ctiy' does not exist in type 'NewLeadFields'"],
  [
    "Lead['create'] = { phone: '9', contact_sourc: 'Website' }",
    "Did you mean to write 'contact_source'",
  ],
  ["Lead['create'] = { phone: 9 }", "Type 'number' is not assignable to type 'string'"],
  ["Lead['create'] = { phone: '9', contact_source: 'Websit' }", '"Websit"'],
  ["Lead['create'] = { phone: '9', status: 'fresh' }", '"fresh"'],
  ["Lead['create'] = { phone: '9', rating: 6 }", "Type '6' is not assignable"],
  ["Lead['create'] = { phone: '9', interests: 'VIP' }", "Type 'string' is not assignable"],
  ["Lead['create'] = { phone: '9', follow_up_date: '2026-01-02' }", '"2026-01-02"'],
  ["Lead['update'] = { phone: '9' }", "Type 'string' is not assignable to type 'never'"],
  ["Lead['filter'] = { deal_size: { from: 1 } }", "'from' does not exist"],
  ["Visit = { nte: 'x' }", "'nte' does not exist in type 'Action1001Fields'"],
  ["Workspace['actions']['9999'] = { }", "Property '9999' does not exist"],
];

it('invalid code does not compile, and the message names the field', async () => {
  const lines = wrong.map(([program], index) => `export const x${index}: ${program};\n`);
  const messages = (await compile({}, head + lines.join(''))).split('\n');
  const first = head.split('\n').length;
  const found = wrong.map((_, index) =>
    messages.filter((line) => line.startsWith(`program.ts(${first + index},`)).join('\n'),
  );
  expect(found).toEqual(wrong.map(([, message]) => expect.stringContaining(message)));
});

it('names and labels cannot break out of the file', async () => {
  const types = typesOf(hostileWorkspace);
  const labels = hostileTexts.map((text) => JSON.stringify(text)).join(', ');
  const program = `import type { LeadOptions, Status } from './telecrm.ts';
export const labels: LeadOptions['__proto__'][] = [${labels}];
export const statuses: Status[] = [${labels}];
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Names = ${hostileTexts.map((text) => JSON.stringify(text)).join(' | ')};
export const names: Same<keyof LeadOptions, Names> = true;
`;
  expect(await compile(hostileWorkspace, program)).toBe('');
  const declared = types.match(/^\s*export.*/gm) ?? [];
  expect(declared.filter((line) => !/^export (type \w+ =|interface \w+ )/.test(line))).toEqual([]);
  // The file contains no invisible character, and all line breaks are the same.
  expect(types.replace(/\n/g, '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
});

it('does not depend on the order and formatting of the workspace file', () => {
  const { customFields, customActions } = largeWorkspace(40, 12);
  const reversed = {
    customFields: customFields.toReversed(),
    customActions: customActions.toReversed(),
  };
  expect(typesOf(reversed)).toBe(typesOf({ customFields, customActions }));
});

it('the types of the default workspace match the snapshot', async () => {
  await expect(typesOf({})).toMatchFileSnapshot('../../test/default-workspace.txt');
});

it('the compiler checks 300 fields and 40 actions quickly', async () => {
  const program = `${head}
type Action = Workspace['actions']['1000']['fields'];
export const x: Lead['create'] = { phone: '9', field_1: 5, field_3: 'Option 3.1' };
export const y: Lead['update'] = { field_1: 5 };
export const z: Lead['filter'] = { field_3: 'Option 3.1' };
export const a: Action = { field_0: 'x' };
`.replace(/type Visit.*\n/, '');
  const measured = await compile(largeWorkspace(300, 40), program, '--extendedDiagnostics');
  const small = await compile(
    largeWorkspace(3, 1),
    program.replaceAll(/^export const.*\n/gm, ''),
    '--extendedDiagnostics',
  );
  const instantiations = (text: string) => Number(/Instantiations:\s+(\d+)/.exec(text)?.[1]);
  expect(instantiations(measured) - instantiations(small)).toBeLessThan(1500);
});
