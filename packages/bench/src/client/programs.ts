const telecrm = `import { createAsyncClient, createSyncClient } from '@telecrm/client';
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
`;

const typed = telecrm
  .replace('createSyncClient()', 'createSyncClient<Workspace>()')
  .replace('createAsyncClient()', 'createAsyncClient<Workspace>()');

/** The same calls for each client, as its users would write them: every operation once. */
export const programs = {
  telecrm,
  // With the types of a workspace.
  workspace: `import type { Workspace } from './telecrm.js';\n${typed}`,
  'openapi-fetch': `import type { AsyncPaths, SyncPaths } from '@telecrm/client';
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
  'hey-api': `import * as async from '../../hey-api/async/index.js';
import * as sync from '../../hey-api/sync/index.js';
const enterpriseId = 'ent_sandbox';
const fields = { phone: '919999999999' };
const path = { enterpriseId };
const lead = { enterpriseId, leadId: '603d' };
const action = { enterpriseId, leadId: '603d', actionId: '603e' };
// Its type for actions has only "type", so the program cannot use any other key.
const update = { type: 'PAYMENT', status: 'FAILED' };
export const results = await Promise.all([
  async.createOrUpdateLead({ path, body: { fields, actions: [{ type: 'ACTION_1001' }] } }),
  sync.createLead({ path, body: { fields, actions: [{ type: '1001' }] } }),
  sync.getLead({ path: lead, query: { includeActions: true } }),
  sync.updateLead({ path: lead, body: { fields: { status: 'Won' } } }),
  sync.searchLeads({ path, query: { limit: 50 }, body: { fields: { status: ['Won'] } } }),
  sync.createActions({ path: lead, body: { actions: [{ type: '1001' }] } }),
  sync.getAction({ path: action }),
  sync.updateAction({ path: action, body: update }),
  sync.searchActions({ path: lead, body: { type: '1001' } }),
  sync.listTeamMembers({ path, query: { limit: 5 } }),
  sync.createTeamMember({ path, body: { name: 'A', email: 'a@b.co', phone_number: '91', role: 'CALLER' } }),
  sync.getTeamMember({ path: { enterpriseId, email: 'a@b.co' } }),
  sync.updateTeamMemberAvailability({ path, body: { email: 'a@b.co', state: 'Working' } }),
  sync.getEnterpriseMetadata({ path }),
  sync.listCustomFields({ path, query: { detail: true } }),
  sync.getCustomField({ path: { enterpriseId, apiName: 'phone' } }),
  sync.listCustomActions({ path }),
  sync.getCustomAction({ path: { enterpriseId, code: 'ACTION_1001' } }),
  sync.getLeadStagePipeline({ path }),
]);
export const first = results[1].data?.lead_id;
`,
};

export type Program = keyof typeof programs;
