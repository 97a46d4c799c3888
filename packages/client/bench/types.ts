import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const packageRoot = fileURLToPath(new URL('..', import.meta.url));

/** The same calls, through the methods and on bare openapi-fetch types: every operation once. */
const programs = {
  methods: `import { createAsyncClient, createSyncClient } from '@telecrm/client';
const sync = createSyncClient();
const async = createAsyncClient();
const fields = { phone: '919999999999' };
const leadId = '603d';
export const results = await Promise.all([
  async.createOrUpdateLead({ body: { fields, actions: [{ type: 'ACTION_1001' }] } }),
  sync.createLead({ body: { fields, actions: [{ type: '1001' }] } }),
  sync.getLead({ leadId, includeActions: true }),
  sync.updateLead({ leadId, body: { fields: { status: 'Won' } } }),
  sync.searchLeads({ limit: 50, body: { fields: { status: ['Won'] } } }),
  sync.createActions({ leadId, body: { actions: [{ type: '1001' }] } }),
  sync.getAction({ leadId, actionId: '603e' }),
  sync.updateAction({ leadId, actionId: '603e', body: { type: 'PAYMENT', status: 'FAILED' } }),
  sync.searchActions({ leadId, body: { type: '1001' } }),
  sync.listTeamMembers({ limit: 5 }),
  sync.createTeamMember({ body: { name: 'A', email: 'a@b.co', phone_number: '91', role: 'CALLER' } }),
  sync.getTeamMember({ email: 'a@b.co' }),
  sync.updateTeamMemberAvailability({ body: { email: 'a@b.co', state: 'Working' } }),
  sync.getEnterpriseMetadata(),
  sync.listCustomFields({ detail: true }),
  sync.getCustomField({ apiName: 'phone' }),
  sync.listCustomActions(),
  sync.getCustomAction({ code: 'ACTION_1001' }),
  sync.getLeadStagePipeline(),
]);
export const first = results[1].lead_id;
`,
  bare: `import type { AsyncPaths, SyncPaths } from '@telecrm/client';
import createClient from 'openapi-fetch';
const sync = createClient<SyncPaths>();
const async = createClient<AsyncPaths>();
const fields = { phone: '919999999999' };
const lead = '/enterprise/{enterpriseId}/lead/{leadId}';
const action = '/enterprise/{enterpriseId}/lead/{leadId}/action/{actionId}';
const path = { leadId: '603d' };
const both = { leadId: '603d', actionId: '603e' };
const member = { name: 'A', email: 'a@b.co', phone_number: '91', role: 'CALLER' } as const;
export const results = await Promise.all([
  async.POST('/enterprise/{enterpriseId}/autoupdatelead', { body: { fields, actions: [{ type: 'ACTION_1001' }] } }),
  sync.POST('/enterprise/{enterpriseId}/lead', { body: { fields, actions: [{ type: '1001' }] } }),
  sync.GET(lead, { params: { path, query: { includeActions: true } } }),
  sync.POST(lead, { params: { path }, body: { fields: { status: 'Won' } } }),
  sync.POST('/enterprise/{enterpriseId}/lead/search', { params: { query: { limit: 50 } }, body: { fields: { status: ['Won'] } } }),
  sync.POST('/enterprise/{enterpriseId}/lead/{leadId}/action', { params: { path }, body: { actions: [{ type: '1001' }] } }),
  sync.GET(action, { params: { path: both } }),
  sync.POST(action, { params: { path: both }, body: { type: 'PAYMENT', status: 'FAILED' } }),
  sync.POST('/enterprise/{enterpriseId}/lead/{leadId}/action/search', { params: { path }, body: { type: '1001' } }),
  sync.GET('/enterprise/{enterpriseId}/team-members', { params: { query: { limit: 5 } } }),
  sync.POST('/enterprise/{enterpriseId}/team-members', { body: member }),
  sync.GET('/enterprise/{enterpriseId}/team-members/{email}', { params: { path: { email: 'a@b.co' } } }),
  sync.POST('/enterprise/{enterpriseId}/teammember/state_change', { body: { email: 'a@b.co', state: 'Working' } }),
  sync.GET('/enterprise/{enterpriseId}/metadata'),
  sync.GET('/enterprise/{enterpriseId}/custom-fields', { params: { query: { detail: true } } }),
  sync.GET('/enterprise/{enterpriseId}/custom-fields/{apiName}', { params: { path: { apiName: 'phone' } } }),
  sync.GET('/enterprise/{enterpriseId}/custom-actions'),
  sync.GET('/enterprise/{enterpriseId}/custom-actions/{code}', { params: { path: { code: 'ACTION_1001' } } }),
  sync.GET('/enterprise/{enterpriseId}/lead-stage-pipeline'),
]);
export const first = results[1].data?.lead_id;
`,
};

export type Program = keyof typeof programs;
export type Compiler = 'typescript' | 'typescript-7';

/** What checking a program costs. The published types are read from `dist`. */
export interface TypeCost {
  instantiations: number;
  /** Of the whole compiler, in seconds; the least of several runs. */
  seconds: number;
}

export async function typeCost(program: Program, compiler: Compiler, runs = 5): Promise<TypeCost> {
  const folder = `${packageRoot}reports/bench-types/${program}`;
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}/main.ts`, programs[program]);
  const compilerOptions = {
    target: 'es2024',
    module: 'nodenext',
    lib: ['es2024', 'dom', 'dom.iterable'],
    types: [],
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    extendedDiagnostics: true,
  };
  await writeFile(`${folder}/tsconfig.json`, JSON.stringify({ compilerOptions, files: ['main.ts'] }));
  const tsc = `${packageRoot}node_modules/${compiler}/bin/tsc`;
  const costs: TypeCost[] = [];
  for (let n = 0; n < runs; n++) {
    const { stdout } = await run(process.execPath, [tsc, '-p', folder]).catch((failed) => {
      throw new Error(failed.stdout);
    });
    costs.push({
      instantiations: figure(stdout, 'Instantiations'),
      seconds: figure(stdout, 'Total time'),
    });
  }
  const [first] = costs;
  if (!first) throw new Error('at least one run is needed');
  return { ...first, seconds: Math.min(...costs.map(({ seconds }) => seconds)) };
}

function figure(diagnostics: string, name: string): number {
  const value = new RegExp(`^${name}:\\s+([\\d.]+)`, 'm').exec(diagnostics)?.[1];
  if (value === undefined) throw new Error(`the compiler says nothing about ${name}`);
  return Number(value);
}
