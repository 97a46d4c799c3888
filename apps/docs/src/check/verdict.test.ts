import { createSandbox } from '@telecrm/sandbox';
import { exampleRequests, apis as readApis } from '@telecrm/spec/model';
import { defaultDefinition, resolveDefinition } from '@telecrm/workspace';
import { describe, expect, it } from 'vitest';
import { bodyOfShape, shapeFragment } from './shape.ts';
import { readTable } from './table.ts';
import { judge } from './verdict.ts';

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

describe('the verdict is that of the sandbox', () => {
  it.each(bodies.map((body) => [JSON.stringify(body), body]))(
    'on Async for %s',
    async (_, body) => {
      const { fetch, workspace, baseUrls } = createSandbox({ workspace: {}, deterministic: true });
      await fetch(`${baseUrls.async}/enterprise/${workspace.enterpriseId}/autoupdatelead`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${workspace.asyncToken}`,
          'Content-Type': 'application/json',
        },
        body: JSON.stringify(body),
      });
      await workspace.drain();
      const [ingestion] = (await workspace.ingestions()).data;
      const { accepted, entries } = judge(payload(body), defaultDefinition, 'async');
      expect(accepted).toBe(ingestion?.outcome !== 'DROPPED');
      const tense = (text: string) => text.replace('lead was dropped', 'lead is dropped');
      expect(
        entries.filter(({ verdict }) => verdict === 'dropped').map((it) => [it.field, it.detail]),
      ).toEqual(ingestion?.remarks.map(({ field, remark }) => [field, tense(remark)]));
      const [lead] = (await workspace.leads()).data;
      const { created_on: _c, modified_on: _m, ...stored } = lead?.fields ?? {};
      expect(
        entries.filter(({ verdict, field }) => verdict === 'stored' && field.startsWith('fields.'))
          .length,
      ).toBe(Object.keys(stored).length);
    },
  );

  it.each(bodies.map((body) => [JSON.stringify(body), body]))('on Sync for %s', async (_, body) => {
    const { fetch, workspace, baseUrls } = createSandbox({ workspace: {}, deterministic: true });
    const response = await fetch(`${baseUrls.sync}/enterprise/${workspace.enterpriseId}/lead`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${workspace.syncToken}`,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify(body),
    });
    const { accepted, entries } = judge(payload(body), defaultDefinition, 'sync');
    expect(accepted).toBe(response.status < 300);
    if (!accepted) return;
    const { remarks } = (await response.json()) as { remarks: { field: string }[] };
    expect(
      entries.filter(({ verdict }) => verdict === 'dropped').map(({ field }) => field),
    ).toEqual(remarks.map(({ field }) => field));
  });
});

it('says what is stored in another form, and what becomes a new option', () => {
  const sent = { fields: { phone: '+91 98765 43210', contact_source: 'Websiet' } };
  expect(judge(payload(sent), defaultDefinition, 'async').entries).toEqual([
    {
      field: 'fields.contact_source',
      verdict: 'warning',
      sent: '"Websiet"',
      detail: expect.stringMatching(/adds it as a new one.*did you mean "Website"/),
    },
    {
      field: 'fields.phone',
      verdict: 'stored',
      sent: '"+91 98765 43210"',
      detail: 'stored as "919876543210"',
    },
  ]);
});

it('judges the names of fields whose values only the program knows', () => {
  const sent = { fields: { phone: 'x', City: 'x', rating: '3' } };
  const { accepted, entries, corrected } = judge(
    payload(sent, ['fields.phone', 'fields.City']),
    defaultDefinition,
    'async',
  );
  expect(accepted).toBe(true);
  expect(entries.map(({ field, verdict }) => [field, verdict])).toEqual([
    ['fields.City', 'dropped'],
    ['fields.rating', 'dropped'],
    ['fields.phone', 'not checked'],
  ]);
  expect(corrected).toBeUndefined();
});

it('has the corrected payload, whose check finds only what remains', () => {
  const sent = { fields: { Phone: phone, rating: '3', Budget: 5 } };
  const { corrected, remaining } = judge(payload(sent), defaultDefinition, 'async');
  expect(corrected).toEqual({ fields: { phone, rating: 3, Budget: 5 } });
  expect(remaining.map(({ field }) => field)).toEqual(['fields.Budget']);
});

describe('a table', () => {
  it('becomes a payload a row, by the names of its columns', () => {
    const text = 'Name;Mobile No.;Lead Rating;Remark\nAsha;+91 98765 43210;4;x\n;9.2E+11;;\n';
    expect(readTable(text, defaultDefinition)).toEqual({
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

  it('with foreign headings is sent as the reader says, with the verdict of the sandbox', async () => {
    const text = 'Kundenname;Telefon;Sterne;Notiz;Phone\nAsha;9876543210;7;Call back;1\n';
    const chosen = new Map([
      ['Kundenname', 'name'],
      ['Telefon', 'phone'],
      ['Sterne', 'rating'],
      ['Phone', ''],
    ]);
    const table = readTable(text, defaultDefinition, chosen);
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
    const { entries } = judge(payload(row?.body), defaultDefinition, 'async');
    const { fetch, workspace, baseUrls } = createSandbox({ workspace: {}, deterministic: true });
    await fetch(`${baseUrls.async}/enterprise/${workspace.enterpriseId}/autoupdatelead`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${workspace.asyncToken}`,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify(row?.body),
    });
    await workspace.drain();
    const [ingestion] = (await workspace.ingestions()).data;
    const dropped = entries.filter(({ verdict }) => verdict === 'dropped');
    expect(dropped.map((it) => [it.field, it.detail])).toEqual(
      ingestion?.remarks.map(({ field, remark }) => [field, remark]),
    );
    expect(dropped.map(({ field }) => field)).toEqual(['fields.rating']);
  });

  it('says which of two columns that are sent as the same wins', () => {
    const table = readTable(
      'Mobile,Other\n1,2\n',
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

  it('of one line is no table', () => {
    expect(readTable('hello', defaultDefinition)).toHaveProperty('problem');
  });
});

describe('a link', () => {
  const body = {
    fields: { phone, name: 'Asha Rao', rating: '5', 'a.b': null, interests: ['x'], Age: 31 },
    actions: [
      { type: '1001', fields: { note: 'secret' } },
      { type: 'PAYMENT', amount: 5000 },
    ],
    extra: { deep: 'secret' },
  };
  const fragment = shapeFragment(body, 'async');

  it('has no value of the payload', () => {
    for (const value of [phone, 'Asha', 'Rao', 'secret', '31', '5000']) {
      expect(decodeURIComponent(fragment)).not.toContain(value);
    }
  });

  it('leads to a payload of the same names and types, with the same verdict on them', () => {
    const found = bodyOfShape(fragment, defaultDefinition);
    expect(found?.api).toBe('async');
    const dropped = (it: unknown) =>
      judge(payload(it), defaultDefinition, 'async')
        .entries.filter(({ verdict }) => verdict === 'dropped')
        .map(({ field }) => field);
    const wanted = new Set(dropped(body));
    wanted.delete('extra');
    expect(new Set(dropped(found?.body).filter((field) => field !== 'extra.deep'))).toEqual(wanted);
  });

  it.each(['', '#results', '#api=other&fields.phone=string'])('%j is none', (text) => {
    expect(bodyOfShape(text, defaultDefinition)).toBeUndefined();
  });
});

it('is by the reader’s own workspace, where there is one', () => {
  const resolved = resolveDefinition({ customFields: [{ apiName: 'City', type: 'text' }] });
  if (!resolved.ok) throw new Error('valid');
  const sent = { fields: { phone, City: 'Pune' } };
  expect(judge(payload(sent), resolved.definition, 'async').dropped).toBe(0);
  expect(judge(payload(sent), defaultDefinition, 'async').dropped).toBe(1);
});
