import { readFileSync } from 'node:fs';
import { bundlePath } from '@telecrm/spec/files';
import { describe, expect, it } from 'vitest';
import { createIndex, find, loadIndex } from '../../src/search/find.ts';
import { searchRecords } from '../../src/search/records.ts';
import { minimumCounts } from '../fixtures/minimum-counts.ts';
import { apis, guides, operations } from '../fixtures/site.ts';

const index = loadIndex(createIndex(searchRecords(apis, guides)));

/** The pages of the results, best match first, without anchors. */
function pagesFor(query: string): string[] {
  return find(index, query).map(({ url }) => url.replace(/#.*/, ''));
}

/** The queries of readers by the page that should be the first result. */
const queriesByPage: Record<string, string[]> = {
  '': ['bruno', 'openapi', 'postman', 'swagger'],
  'async/createOrUpdateLead/': ['create or update', 'autoupdatelead', 'queued'],
  'sync/createLead/': ['create lead', 'add a lead', 'new lead'],
  'sync/createTeamMember/': ['password', 'invite member', 'new user'],
  'sync/getLead/': ['lead id'],
  'sync/getLeadStagePipeline/': ['lead stage', 'pipeline'],
  'sync/listCustomFields/': ['list fields', 'isLeadid'],
  'sync/listTeamMembers/': ['list users', 'list team members'],
  'sync/searchLeads/': [
    'find lead',
    'get lead by phone',
    'search leads',
    'total_count',
    'won leads',
  ],
  'sync/updateLead/': ['update lead', 'update status'],
  'sync/updateTeamMemberAvailability/': [
    'team member availability',
    'updateTeamMemberAvailability',
  ],
  'guides/actions/': ['ACTION_1001'],
  'guides/authentication/': [
    'api key',
    'bearer',
    'cors',
    'make a token',
    'secret',
    'token in browser',
    'where do I get my token',
    'wrong base url',
  ],
  'guides/choosing-async-or-sync/': ['async or sync'],
  'guides/dates/': [
    'date format',
    'epoch milliseconds',
    'ISO 8601',
    'timestamp',
    'timezone',
    'yyyy-mm-dd date',
  ],
  'guides/field-types/': ['attach file', 'ISO date dropped', 'tags as array'],
  'guides/errors/': ['400', '401', '402', '403', '409', '429', 'lead already exists', 'license'],
  'guides/lead-identifier/': ['dedupe', 'duplicate', 'lead identifier'],
  'guides/paging-and-searching/': ['cursor', 'pagination', 'offset', 'skip limit'],
  'guides/partial-success/': ['partial success', 'remarks'],
  'guides/payments/': ['payment', 'paymnt', 'payment amount format', 'payment status', 'refund'],
  'guides/rate-limits-and-retries/': [
    'idempotency',
    'quota',
    'rate limit',
    'retry',
    'throttling',
    'x-retry',
  ],
  'guides/call-results/': [
    'call center',
    'call recording link',
    'ivr',
    'voice bot',
    'call results',
  ],
  'guides/csv-upload/': ['bulk upload', 'csv import', 'excel', 'upload leads'],
  'guides/google-apps-script/': ['apps script', 'google form', 'google sheet'],
  'guides/meta-lead-ads/': ['facebook lead ads', 'instagram', 'lead ads'],
  'guides/nightly-pull/': ['nightly pull', 'export leads', 'export to dashboard', 'pull all leads'],
  'guides/payment-webhook/': ['payment webhook', 'razorpay', 'webhook', 'webhooks'],
  'guides/quickstart/': ['verify lead was stored'],
  'guides/phone-numbers/': [
    '+91',
    'country code',
    'mobile number',
    'normalize phone',
    'phone format',
  ],
  'guides/team-availability/': ['calendar', 'on leave'],
  'guides/client/': ['sdk'],
  'guides/cli/': ['cli', 'command line'],
  'guides/website-form/': ['utm', 'website form'],
  'guides/wordpress/': ['contact form 7', 'elementor', 'php', 'wordpress'],
  'guides/testing-with-the-sandbox/': [
    'faults',
    'localhost',
    'mock',
    'sandbox',
    'silent drop',
    'staging',
  ],
};
const cases = Object.entries(queriesByPage).flatMap(([page, queries]) =>
  queries.map((query) => ({ query, page })),
);

describe('the search', () => {
  it.each(cases)('finds $page first for “$query”', ({ query, page }) => {
    expect(pagesFor(query)[0]).toBe(page);
  });

  it.each([
    ['environment variables', 'guides/quickstart/'],
    ['fetch example', 'async/createOrUpdateLead/'],
    ['how to check lead landed', 'guides/quickstart/'],
    ['lead not created but 200', 'guides/partial-success/'],
    ['limit 300', 'guides/rate-limits-and-retries/'],
    ['null clears field', 'guides/field-types/'],
    ['upload file', 'guides/csv-upload/'],
  ])('finds for “%s” %s first or second', (query, page) => {
    expect(pagesFor(query).slice(0, 2)).toContain(page);
  });

  it('has enough cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(minimumCounts.searchCases);
  });

  it('finds every operation by its ID', () => {
    for (const { api, id } of operations) expect(find(index, id)[0]?.url).toBe(`${api}/${id}/`);
  });

  it.each(['lockAfterCreate', 'phone_number', 'performed_by', 'total_count'])(
    'ranks the description of the key %s first',
    (key) => {
      expect(find(index, key)[0]).toMatchObject({ title: key, kind: 'Key' });
    },
  );

  it('finds every guide by its title', () => {
    for (const { name, title } of guides) {
      expect(pagesFor(title).slice(0, 3), title).toContain(`guides/${name}/`);
    }
  });

  it('links every error code to its description', () => {
    const text = [bundlePath('sync'), bundlePath('async')].map((path) =>
      readFileSync(path, 'utf8'),
    );
    const codes = text.join('').matchAll(/"code": "([A-Z_]+)",\s*"message"/g);
    const unique = new Set([...codes].map(([, code = '']) => code));
    expect(unique.size).toBeGreaterThan(8);
    for (const code of unique) {
      expect(find(index, code)[0]?.url).toBe(`guides/errors/#${code.toLowerCase()}`);
    }
  });

  it('shows the matching sentence', () => {
    const [found] = find(index, 'epoch milliseconds');
    expect(found?.snippet).toMatch(/epoch|milliseconds/i);
    expect(found?.text).toContain(found?.snippet);
  });

  it('finds nothing for topics that the docs do not cover', () => {
    expect(find(index, 'zapier')).toEqual([]);
    expect(find(index, 'the of and')).toEqual([]);
  });
});
