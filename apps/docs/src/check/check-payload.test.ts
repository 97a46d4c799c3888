import { createSandbox } from '@telecrm/sandbox';
import { exampleRequests, apis as readApis } from '@telecrm/spec/model';
import { defaultDefinition, resolveDefinition } from '@telecrm/workspace';
import { describe, expect, it } from 'vitest';
import { queueLead } from '../content/demo/queue-lead.ts';
import { checkPayload } from './check-payload.ts';
import { parseCsv } from './csv.ts';
import { bodyOfShape, shapeFragment } from './shape.ts';
import { readTable } from './table.ts';

const phone = '919876543210';
const payload = (body: unknown, variables: string[] = []) => ({ label: '', body, variables });

const bodies: unknown[] = [
  ...[readApis().async, readApis().sync].flatMap((api) =>
    exampleRequests(api.operation(api.name === 'async' ? 'createOrUpdateLead' : 'createLead')).map(
      ({ body }) => body,
    ),
  ),
  { fields: { phone, rating: '3', City: 'Pune', name: '', follow_up_date: '2026-12-01' } },
  { fields: { Phone: phone } },
  { phone },
  {},
  { fields: { phone, status: 'nope', interests: 'VIP', deal_size: '5' }, tags: ['x'] },
  {
    fields: { phone },
    actions: [{ type: 'SYSTEM_NOTE', text: 'x' }, 5, { type: '1001', note: 'a' }],
  },
  { fields: { phone }, actions: [{ type: 'PAYMENT', amount: 5 }] },
];

describe('gets the same result as the sandbox', () => {
  it.each(bodies.map((body) => [JSON.stringify(body), body]))(
    'on the Async API for %s',
    async (_, body) => {
      const sandbox = createSandbox({ workspace: {}, deterministic: true });
      const { ingestion, lead } = await queueLead(sandbox, body);
      const { accepted, entries } = checkPayload(payload(body), defaultDefinition, 'async');
      expect(accepted).toBe(ingestion?.outcome !== 'DROPPED');
      const inPresentTense = (text: string) => text.replace('lead was dropped', 'lead is dropped');
      expect(
        entries.filter(({ status }) => status === 'dropped').map((it) => [it.field, it.detail]),
      ).toEqual(ingestion?.remarks.map(({ field, remark }) => [field, inPresentTense(remark)]));
      const { created_on: _c, modified_on: _m, ...stored } = lead?.fields ?? {};
      expect(
        entries.filter(({ status, field }) => status === 'stored' && field.startsWith('fields.'))
          .length,
      ).toBe(Object.keys(stored).length);
    },
  );

  it.each(bodies.map((body) => [JSON.stringify(body), body]))(
    'on the Sync API for %s',
    async (_, body) => {
      const { fetch, workspace, baseUrls } = createSandbox({ workspace: {}, deterministic: true });
      const response = await fetch(`${baseUrls.sync}/enterprise/${workspace.enterpriseId}/lead`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${workspace.syncToken}`,
          'Content-Type': 'application/json',
        },
        body: JSON.stringify(body),
      });
      const { accepted, entries } = checkPayload(payload(body), defaultDefinition, 'sync');
      expect(accepted).toBe(response.status < 300);
      if (!accepted) return;
      const { remarks } = (await response.json()) as { remarks: { field: string }[] };
      expect(
        entries.filter(({ status }) => status === 'dropped').map(({ field }) => field),
      ).toEqual(remarks.map(({ field }) => field));
    },
  );
});

it('reports values that are stored in another form, and new options', () => {
  const sent = { fields: { phone: '+91 98765 43210', contact_source: 'Websiet' } };
  expect(checkPayload(payload(sent), defaultDefinition, 'async').entries).toEqual([
    {
      field: 'fields.contact_source',
      status: 'warning',
      sent: '"Websiet"',
      detail: expect.stringMatching(/adds it as a new one.*did you mean "Website"/),
    },
    {
      field: 'fields.phone',
      status: 'stored',
      sent: '"+91 98765 43210"',
      detail: 'stored as "919876543210"',
    },
  ]);
});

it('checks only the names of fields whose values a program computes', () => {
  const sent = { fields: { phone: 'x', City: 'x', rating: '3' } };
  const { accepted, entries, corrected } = checkPayload(
    payload(sent, ['fields.phone', 'fields.City']),
    defaultDefinition,
    'async',
  );
  expect(accepted).toBe(true);
  expect(entries.map(({ field, status }) => [field, status])).toEqual([
    ['fields.City', 'dropped'],
    ['fields.rating', 'dropped'],
    ['fields.phone', 'not checked'],
  ]);
  expect(corrected).toBeUndefined();
});

it('corrects the payload and lists what telecrm would still drop', () => {
  const sent = { fields: { Phone: phone, rating: '3', Budget: 5 } };
  const { corrected, remaining } = checkPayload(payload(sent), defaultDefinition, 'async');
  expect(corrected).toEqual({ fields: { phone, rating: 3, Budget: 5 } });
  expect(remaining.map(({ field }) => field)).toEqual(['fields.Budget']);
});

describe('readTable', () => {
  it('reads each row as a payload, by the names of the columns', () => {
    const text = 'Name;Mobile No.;Lead Rating;Remark\nAsha;+91 98765 43210;4;x\n;9.2E+11;;\n';
    expect(readTable(parseCsv(text), defaultDefinition)).toEqual({
      targets: expect.arrayContaining(['name', 'phone', 'rating']),
      columns: [
        { name: 'Name', target: 'name' },
        { name: 'Mobile No.', target: 'phone' },
        { name: 'Lead Rating', target: 'rating' },
        { name: 'Remark', target: undefined },
      ],
      payloads: [
        {
          label: 'Row 1',
          body: { fields: { name: 'Asha', phone: '+91 98765 43210', rating: 4 } },
          variables: [],
        },
      ],
      unreadable: [{ label: 'Row 2', problem: expect.stringContaining('Excel has rounded') }],
      more: 0,
    });
  });

  it('uses the fields that the reader chose for foreign headings, with the result of the sandbox', async () => {
    const text = 'Kundenname;Telefon;Sterne;Notiz;Phone\nAsha;9876543210;7;Call back;1\n';
    const chosen = new Map([
      ['Kundenname', 'name'],
      ['Telefon', 'phone'],
      ['Sterne', 'rating'],
      ['Phone', ''],
    ]);
    const table = readTable(parseCsv(text), defaultDefinition, chosen);
    if ('problem' in table) throw new Error(table.problem);
    expect(table.columns.map(({ target }) => target)).toEqual([
      'name',
      'phone',
      'rating',
      undefined,
      undefined,
    ]);
    const [row] = table.payloads;
    expect(row?.body).toEqual({ fields: { name: 'Asha', phone: '9876543210', rating: 7 } });
    const { entries } = checkPayload(payload(row?.body), defaultDefinition, 'async');
    const sandbox = createSandbox({ workspace: {}, deterministic: true });
    const { ingestion } = await queueLead(sandbox, row?.body);
    const dropped = entries.filter(({ status }) => status === 'dropped');
    expect(dropped.map((it) => [it.field, it.detail])).toEqual(
      ingestion?.remarks.map(({ field, remark }) => [field, remark]),
    );
    expect(dropped.map(({ field }) => field)).toEqual(['fields.rating']);
  });

  it('reports which of two columns for the same field takes precedence', () => {
    const table = readTable(
      parseCsv('Mobile,Other\n1,2\n'),
      defaultDefinition,
      new Map([['Other', 'phone']]),
    );
    expect(table).toMatchObject({
      columns: [
        { name: 'Mobile', target: 'phone', replacedBy: 'Other' },
        { name: 'Other', target: 'phone' },
      ],
      payloads: [{ body: { fields: { phone: '2' } } }],
    });
  });

  it('rejects a single line', () => {
    expect(readTable(parseCsv('hello'), defaultDefinition)).toHaveProperty('problem');
  });
});

describe('the fragment of a link', () => {
  const body = {
    fields: { phone, name: 'Asha Rao', rating: '5', 'a.b': null, interests: ['x'], Age: 31 },
    actions: [
      { type: '1001', fields: { note: 'secret' } },
      { type: 'PAYMENT', amount: 5000 },
    ],
    extra: { deep: 'secret' },
  };
  const fragment = shapeFragment(body, 'async');

  it('contains no value of the payload', () => {
    for (const value of [phone, 'Asha', 'Rao', 'secret', '31', '5000']) {
      expect(decodeURIComponent(fragment)).not.toContain(value);
    }
  });

  it('is read as a payload with the same names and types, of which the same parts are dropped', () => {
    const found = bodyOfShape(fragment, defaultDefinition);
    expect(found?.api).toBe('async');
    const dropped = (it: unknown) =>
      checkPayload(payload(it), defaultDefinition, 'async')
        .entries.filter(({ status }) => status === 'dropped')
        .map(({ field }) => field);
    const expected = new Set(dropped(body));
    expected.delete('extra');
    expect(new Set(dropped(found?.body).filter((field) => field !== 'extra.deep'))).toEqual(
      expected,
    );
  });

  it.each(['', '#results', '#api=other&fields.phone=string'])('is ignored if it is %j', (text) => {
    expect(bodyOfShape(text, defaultDefinition)).toBeUndefined();
  });
});

it('applies the definition of the workspace', () => {
  const resolved = resolveDefinition({ customFields: [{ apiName: 'City', type: 'text' }] });
  if (!resolved.ok) throw new Error('valid');
  const sent = { fields: { phone, City: 'Pune' } };
  expect(checkPayload(payload(sent), resolved.definition, 'async').dropped).toBe(0);
  expect(checkPayload(payload(sent), defaultDefinition, 'async').dropped).toBe(1);
});
