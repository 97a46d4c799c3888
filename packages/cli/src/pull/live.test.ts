import { createSyncClient } from '@telecrm/client';
import { expect, it } from 'vitest';
import { readLiveWorkspace } from './live.ts';

const { signal } = new AbortController();

/** A client of a workspace whose responses differ from the documentation, but have been observed. */
function clientOf(responses: Record<string, unknown>) {
  const all: Record<string, unknown> = {
    metadata: { id: 'ent_1', name: 'Acme', leadIdentifierFieldId: 'phone' },
    'custom-fields': { customFields: [] },
    'custom-actions': { customActions: [] },
    'lead-stage-pipeline': {
      leadStages: [],
      activeLeadLostReasons: [],
      archivedLeadLostReasons: [],
    },
    ...responses,
  };
  return createSyncClient({
    enterpriseId: 'ent_1',
    token: 'a-token-of-this-test',
    baseUrl: 'http://sandbox.invalid',
    fetch: async (request) => {
      const [, path = ''] = new URL(request.url).pathname.split('/enterprise/ent_1/');
      return Object.hasOwn(all, path)
        ? Response.json(all[path])
        : Response.json({ error: { code: 'NOT_FOUND', message: path } }, { status: 404 });
    },
  });
}

it('converts known parts and reports omitted ones', async () => {
  const field = { id: '1', lockAfterCreate: false, isLeadid: false };
  const sync = clientOf({
    'custom-fields': {
      customFields: [
        { ...field, apiName: 'zeta', type: 'TEXT', description: '  ' },
        { ...field, apiName: 'size', type: 'HOLOGRAM' },
        { ...field, apiName: 'city', type: 'DROPDOWN', options: ['Pune', { label: 'Goa' }, 'Goa'] },
        { ...field, apiName: 'assignee', type: 'ACTIVEUSERS' },
        { ...field, apiName: 'created_on', type: 'DATE' },
        { ...field, apiName: 'name', type: 'TEXT', description: 'Full name' },
        'nonsense',
      ],
    },
    'custom-actions': {
      customActions: [
        { code: 'ACTION_20', displayName: 'B', score: 1, source: 'USER' },
        { code: 'ACTION_3', displayName: 'A', score: 1, source: 'USER' },
        { code: 'ACTION_4', displayName: 'Call', score: 1, source: 'SYSTEM' },
        { code: 'CALL', displayName: 'Call', score: 1, source: 'USER' },
      ],
    },
    'custom-actions/ACTION_20': {
      code: 'ACTION_20',
      fieldSchema: { b: { type: 'TEXT' }, constructor: { type: 'TEXT' } },
    },
    'custom-actions/ACTION_3': {
      code: 'ACTION_3',
      displayName: 'A',
      fieldSchema: { ' ': { type: 'TEXT' } },
    },
  });
  const { live, warnings } = await readLiveWorkspace(sync, { team: false, signal });
  expect(live).toEqual({
    enterpriseId: 'ent_1',
    customFields: [
      { apiName: 'city', type: 'dropdown', options: ['Pune', 'Goa'] },
      { apiName: 'name', type: 'text', description: 'Full name' },
      { apiName: 'zeta', type: 'text' },
    ],
    customActions: [
      {
        code: 'ACTION_20',
        displayName: 'ACTION_20',
        fieldSchema: { b: { type: 'text' }, constructor: { type: 'text' } },
      },
    ],
    pipeline: { leadStages: [], activeLeadLostReasons: [], archivedLeadLostReasons: [] },
  });
  expect(warnings).toEqual([
    expect.stringMatching(/^size is left out, because customFields\[\d\]\.type is invalid/),
    expect.stringMatching(/^ACTION_3 is left out, because customActions\[0\]\.fieldSchema/),
  ]);
});

it('converts a pipeline of flat lists to one stage', async () => {
  const sync = clientOf({
    'lead-stage-pipeline': {
      statuses: ['Fresh', { label: 'Won', color: 'green' }, { statusid: 9, label: ' ' }],
      lostReasons: [{ label: 'Price' }, 'Silence'],
    },
  });
  const { live, warnings } = await readLiveWorkspace(sync, { team: false, signal });
  expect(live.pipeline).toEqual({
    leadStages: [
      {
        stageid: 'all',
        stageType: 'OPEN',
        visibility: true,
        activeStatuses: [
          { statusid: 1, label: 'Fresh', color: '#808080' },
          { statusid: 2, label: 'Won', color: '#808080' },
        ],
        archivedStatuses: [],
      },
    ],
    activeLeadLostReasons: [
      { reasonid: 1, reasonLabel: 'Price', isDefault: false },
      { reasonid: 2, reasonLabel: 'Silence', isDefault: false },
    ],
    archivedLeadLostReasons: [],
  });
  expect(warnings).toEqual([expect.stringContaining('without stages')]);
});

it('rejects a stage of an undocumented type', async () => {
  const stage = { stageid: 'a', stageType: 'MAYBE', activeStatuses: [], archivedStatuses: [] };
  const sync = clientOf({ 'lead-stage-pipeline': { leadStages: [stage] } });
  await expect(readLiveWorkspace(sync, { team: false, signal })).rejects.toThrow(
    'telecrm returned something unexpected: pipeline.leadStages[0].stageType',
  );
});

it('reports its progress', async () => {
  const codes = Array.from({ length: 6 }, (_, index) => `ACTION_${index}`);
  const details = codes.map((code) => [
    `custom-actions/${code}`,
    { code, displayName: code, fieldSchema: {} },
  ]);
  const sync = clientOf({
    'custom-actions': { customActions: codes.map((code) => ({ code, displayName: code })) },
    ...Object.fromEntries(details),
  });
  const done: string[] = [];
  const onProgress = (text: string) => void done.push(text);
  await readLiveWorkspace(sync, { team: false, signal, onProgress });
  expect(done).toEqual(['0 fields', '4 of 6 actions', '6 of 6 actions']);
});

it.each([
  ['metadata', { name: 'Acme' }, 'the ID of the enterprise'],
  ['custom-fields', { customFields: 'none' }, 'the list of fields'],
  ['custom-actions', { customActions: { 0: {} } }, 'the list of custom actions'],
  ['lead-stage-pipeline', { leadStages: 3 }, 'the list of stages of the pipeline'],
])(
  'treats a response to %s without its list as an error, not as an empty list',
  async (path, response, what) => {
    const sync = clientOf({ [path]: response });
    await expect(readLiveWorkspace(sync, { team: false, signal })).rejects.toThrow(
      `the Sync API returned a response without ${what}`,
    );
  },
);
