/** Generates types from a live workspace, and compiles programs that are valid and invalid with them. */
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { apis } from '@telecrm/spec/model';
import type { WorkspaceDefinition } from '@telecrm/workspace';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestFolder, pullSettings, type TestFolder } from '../testing/cli.ts';
import { createTestSandbox, type TestSandbox } from '../testing/sandbox.ts';

const run = promisify(execFile);
const { resolve } = createRequire(import.meta.url);
const phone = '919999999999';

const definition: WorkspaceDefinition = {
  customFields: [
    { apiName: 'city', type: 'dropdown', options: ['Pune', 'Mumbai'] },
    { apiName: 'budget', type: 'number' },
    { apiName: 'visit_on', type: 'date' },
  ],
  customActions: [
    { code: 'ACTION_2001', displayName: 'Flat Visit', fieldSchema: { note: { type: 'text' } } },
    { code: 'ACTION_2002', displayName: 'Loan', fieldSchema: { bank: { type: 'text' } } },
  ],
};

let sandbox: TestSandbox;
let folder: TestFolder;
let env: Record<string, string>;

beforeAll(async () => {
  sandbox = await createTestSandbox();
  folder = await createTestFolder();
  env = await sandbox.env(definition);
  await folder.linkDependencies();
  expect(await folder.telecrm(['pull', ...pullSettings], { env })).toMatchObject({ code: 0 });
  expect(await folder.telecrm(['types'])).toMatchObject({ code: 0 });
});
afterAll(async () => {
  await folder[Symbol.asyncDispose]();
  await sandbox[Symbol.asyncDispose]();
});

const head = `import { createAsyncClient, createSyncClient, customAction, findLead, ingestMany, isAction, newOption, upsertLead } from '@telecrm/client';
import type { Workspace } from './telecrm.js';
const telecrm = createSyncClient<Workspace>();
const ingest = createAsyncClient<Workspace>();
const leadId = '603d';
`;

const right = `${head}
const fields = { phone: '${phone}', city: 'Pune', budget: 50, visit_on: '01/06/2026' } as const;
const visit = customAction<Workspace>(2001, { note: 'ground floor' });
const { lead_id } = await telecrm.createLead({ body: { fields, actions: [visit, { type: '2002', fields: { bank: 'SBI' } }] } });
await telecrm.updateLead({ leadId: lead_id, body: { fields: { city: newOption('Nagpur') } } });
const lead = await telecrm.getLead({ leadId: lead_id, includeActions: true });
const notes = (lead.actions ?? []).flatMap((action) => isAction(action, 2001) ? [action.fields?.note] : []);
const found = await telecrm.searchLeads({ body: { fields: { visit_on: { from: 1 }, city: ['Pune', newOption('Nagpur')] } } });
const { outcome } = await upsertLead(telecrm, { fields: { phone: '${phone}', budget: 60 } }, { createOnly: { status: 'Fresh' } });
let queued = 0;
for await (const { ok } of ingestMany(ingest, [{ fields: { phone: '918888888888' }, actions: [visit] }])) queued += ok ? 1 : 0;
const budget: number | undefined = (await findLead(telecrm, { phone: '${phone}' }))?.fields.budget;
console.log(JSON.stringify({ city: lead.fields.city, notes, found: found.total_count, outcome, queued, budget }));
`;

/** Expressions that must not compile, with the expected message of the compiler. */
const wrong: [program: string, message: RegExp][] = [
  [
    `telecrm.createLead({ body: { fields: { phone: '9', ctiy: 'Pune' } } })`,
    /'ctiy' does not exist in type 'NewLeadFields'.*/,
  ],
  [`telecrm.createLead({ body: { fields: { city: 'Pune' } } })`, /Property 'phone' is missing/],
  [
    `telecrm.createLead({ body: { fields: { phone: '9', city: 'Poona' } } })`,
    /'"Poona"' is not assignable to type .*"Pune"/,
  ],
  [
    `telecrm.createLead({ body: { fields: { phone: '9', status: 'fresh' } } })`,
    /'"fresh"' is not assignable to type 'Status'. Did you mean '"Fresh"'/,
  ],
  [
    `telecrm.createLead({ body: { fields: { phone: '9', budget: '50' } } })`,
    /'string' is not assignable to type 'number'/,
  ],
  [
    `telecrm.createLead({ body: { fields: { phone: '9', visit_on: '2026-06-01' } } })`,
    /'"2026-06-01"' is not assignable to type 'DateInput'/,
  ],
  [
    `telecrm.updateLead({ leadId, body: { fields: { phone: '9' } } })`,
    /'string' is not assignable to type 'never'/,
  ],
  [
    `telecrm.createActions({ leadId, body: { actions: [{ type: '2009' }] } })`,
    /'"2009"' is not assignable to type .*"2001" \| "2002"/,
  ],
  [
    `telecrm.createActions({ leadId, body: { actions: [{ type: '2001', fields: { bank: 'SBI' } }] } })`,
    /'bank' does not exist in type 'Action2001Fields'/,
  ],
  [`customAction<Workspace>(2009)`, /'2009' is not assignable/],
  [
    `customAction<Workspace>(2001, { nte: 'x' })`,
    /'nte' does not exist in type 'Action2001Fields'. Did you mean to write 'note'/,
  ],
  [
    `telecrm.createActions({ leadId, body: { actions: [customAction(2009)] } })`,
    /'2009' is not assignable/,
  ],
  [
    `ingest.createOrUpdateLead({ body: { fields: { phone: '9' }, actions: [{ type: 'ACTION_2009' }] } })`,
    /'"ACTION_2009"' is not assignable to type .*"ACTION_2001"/,
  ],
  [`telecrm.searchLeads({ body: { fields: { budget: { from: 5 } } } })`, /'from' does not exist/],
  [
    `telecrm.searchLeads({ body: { fields: { ctiy: 'Pune' } } })`,
    /'ctiy' does not exist in type 'LeadFilter'/,
  ],
  [
    `telecrm.searchActions({ leadId, body: { type: 'ACTION_2001' } })`,
    /'"ACTION_2001"' is not assignable to type .*ActionTypeFilter<Workspace>/,
  ],
  [`telecrm.getCustomAction({ code: 'ACTION_2009' })`, /"ACTION_2001" \| "ACTION_2002"/],
  [
    `telecrm.getLead({ leadId }).then(({ fields }) => fields.ctiy)`,
    /'ctiy' does not exist on type 'StoredLeadFields'/,
  ],
  [
    `upsertLead(telecrm, { fields: { phone: '9', ctiy: 'Pune' } })`,
    /'ctiy' does not exist in type 'NewLeadFields'/,
  ],
  [
    `upsertLead(telecrm, { fields: { phone: '9' } }, { identifier: 'email' })`,
    /'"email"' is not assignable to type '"phone"'/,
  ],
  [
    `ingestMany(ingest, [{ fields: { phone: '9', city: 'Poona' } }])`,
    /'"Poona"' is not assignable to type .*"Pune"/,
  ],
  [`findLead(telecrm, { phon: '9' })`, /'phon' does not exist/],
];

const { examples: actionTypes = [] } = apis().sync.schemas.ActionType ?? {};
const recordedTypes = actionTypes.filter((type) => !/^\d/.test(String(type)));
const recorded = `${head}
for (const type of ${JSON.stringify(recordedTypes)} as const) {
  await telecrm.searchActions({ leadId, body: { type } });
}
`;

const programs = {
  'right.ts': right,
  'wrong.ts':
    head + wrong.map(([program], n) => `export const x${n} = () => ${program};`).join('\n'),
  'recorded.ts': recorded,
};

describe.each(['typescript-5', 'typescript'])('with the compiler %s', (compiler) => {
  /** The messages of the compiler for the programs next to the types, each with the lines that belong to it. */
  let messages: string[];

  // All programs are compiled in one run, because starting a compiler takes longer than checking them.
  beforeAll(async () => {
    const compilerOptions = {
      target: 'es2024',
      module: 'nodenext',
      types: ['node'],
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      // Other tests compile the declarations of the client in projects that install it.
      skipLibCheck: true,
    };
    for (const [name, program] of Object.entries(programs)) await folder.write(name, program);
    await folder.write('package.json', { type: 'module' });
    await folder.write('tsconfig.json', { compilerOptions, files: Object.keys(programs) });
    const tsc = join(dirname(resolve(`${compiler}/package.json`)), 'bin/tsc');
    const { stdout } = await run(process.execPath, [tsc, '-p', folder.path, '--pretty', 'false'], {
      cwd: folder.path,
    }).catch((failed) => failed);
    messages = stdout.split(/^(?=\S)/m);
  });

  it('a program for the workspace compiles and runs correctly', async () => {
    expect(messages.filter((text) => !/^(wrong|recorded)\.ts\(/.test(text))).toEqual([]);
    const own = await sandbox.env(definition);
    const { stdout } = await run(process.execPath, ['right.ts'], { cwd: folder.path, env: own });
    expect(JSON.parse(stdout)).toEqual({
      city: 'Nagpur',
      notes: ['ground floor'],
      found: 1,
      outcome: 'updated',
      queued: 1,
      budget: 60,
    });
  });

  it('a mistake does not compile, and the message names it', () => {
    const first = head.split('\n').length;
    const found = wrong.map((_, index) =>
      messages.filter((text) => text.startsWith(`wrong.ts(${first + index},`)).join(''),
    );
    expect(found).toEqual(wrong.map(([, message]) => expect.stringMatching(message)));
  });

  it('a search accepts every action type that the API documents', () => {
    expect(recordedTypes.length).toBeGreaterThan(10);
    expect(messages.filter((text) => text.startsWith('recorded.ts('))).toEqual([]);
  });
});
