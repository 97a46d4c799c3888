import { createMemoryStorage } from '@telecrm/sandbox/storage';
import { createMemoryStore, type WorkspaceStore } from '@telecrm/workspace';
import { expect, it } from 'vitest';
import { longestTask } from '../testing/longest-task.ts';
import { sandboxForThisFile } from '../testing/mock.ts';

const leads = 100_000;

/** The maximum duration of a task: 50 ms, doubled for slow machines. */
const limit = 50 * 2;

const phoneOf = (number: number) => `91987${String(number).padStart(7, '0')}`;

/** A store with many leads. */
async function fullStore() {
  const store = createMemoryStore();
  for (let number = 0; number < leads; number++) {
    await store.transaction((transaction) =>
      transaction.insertLead({
        id: `lead${number}`,
        identifier: phoneOf(number),
        fields: {
          phone: phoneOf(number),
          name: `Lead ${number}`,
          status: 'Fresh',
          rating: 1 + (number % 5),
        },
        createdOn: number,
        modifiedOn: number,
      }),
    );
  }
  return store;
}

/** Gives the first lead the longest timeline. */
async function fillTimeline(store: WorkspaceStore) {
  const actions = Array.from({ length: 100_000 }, (_, number) => ({
    id: `action${number}`,
    leadId: 'lead0',
    type: '1001',
    fields: { note: `Note ${number}` },
    createdOn: number,
    modifiedOn: number,
    performedBy: '',
  }));
  await store.transaction((transaction) => transaction.appendActions(actions));
}

const list = <T>(length: number, item: (index: number) => T) =>
  Array.from({ length }, (_, index) => item(index));
const unknownFields = (count: number) =>
  Object.fromEntries(list(count, (index) => [`unknown_field_${index}`, 'x']));

let leadsSent = 0;
/** A lead that does not exist yet. */
const newLead = (fields: object, actions: object[] = []) => ({
  fields: { phone: phoneOf(leads + leadsSent++), ...fields },
  actions,
});

interface TestRequest {
  /** Relative to `/enterprise/{enterpriseId}`. */
  path: string;
  body?: () => object;
  /** Defaults to 200. */
  status?: number;
}

const syncRequests: Record<string, TestRequest> = {
  'a search by identifier': {
    path: '/lead/search',
    body: () => ({ fields: { phone: phoneOf(7) } }),
  },
  'a search by status': {
    path: '/lead/search?limit=100',
    body: () => ({ fields: { status: ['Won'] } }),
  },
  'a search for many values': {
    path: '/lead/search',
    body: () => ({ fields: { name: list(1000, (index) => `Nobody ${index}`) } }),
  },
  'a search without conditions': {
    path: '/lead/search?limit=100&skip=99000',
    body: () => ({}),
  },
  'a search by actions': {
    path: '/lead/search',
    body: () => ({ actions: { type: ['OUTGOING_CALL', '1001'] } }),
  },
  'a lead with its long timeline': { path: '/lead/lead0?includeActions=true&limit=100&skip=99000' },
  'a search in a long timeline': {
    path: '/lead/lead0/action/search?limit=100',
    body: () => ({ type: 'OUTGOING_CALL' }),
  },
  'the oldest action of a long timeline': { path: '/lead/lead0/action/action0' },
  'a lead with many unknown fields': {
    path: '/lead',
    body: () => newLead(unknownFields(10_000)),
    status: 201,
  },
  'a lead with many dropped actions': {
    path: '/lead',
    body: () =>
      newLead(
        {},
        list(60_000, () => ({ type: 'X' })),
      ),
    status: 201,
  },
  'a lead with many stored actions': {
    path: '/lead',
    body: () =>
      newLead(
        {},
        list(60_000, () => ({ type: '1001' })),
      ),
    status: 201,
  },
  'a lead with many unknown fields in its actions': {
    path: '/lead',
    body: () =>
      newLead(
        {},
        list(400, () => ({ type: '1001', fields: unknownFields(100) })),
      ),
    status: 201,
  },
  'many dropped actions': {
    path: '/lead/lead1/action',
    body: () => ({ actions: list(20_000, () => ({ type: '1001', fields: { email: 9 } })) }),
  },
  'a body that is all mistakes': {
    path: '/lead/search',
    body: () => ({ fields: list(200_000, () => ({})) }),
    status: 400,
  },
  'a body of many wrong keys': {
    path: '/lead/search',
    body: () => ({ fields: Object.fromEntries(list(60_000, (index) => [`k${index}`, {}])) }),
    status: 400,
  },
};

const ingestions: Record<string, () => object> = {
  'an ingestion with many unknown fields': () => newLead(unknownFields(10_000)),
  'an ingestion with many dropped actions': () =>
    newLead(
      {},
      list(60_000, () => ({ type: 'X' })),
    ),
};

it('no request blocks the event loop for long, with 100,000 leads in the workspace', {
  timeout: 120_000,
}, async () => {
  const store = await fullStore();
  await fillTimeline(store);
  const mock = await sandboxForThisFile({
    asyncDelayMs: 0,
    storage: createMemoryStorage({ createStore: () => store }),
  });
  const { enterpriseId, syncToken, asyncToken } = mock.workspace;
  const control = `${mock.url}/_sandbox/workspaces/${enterpriseId}`;

  /** Encodes the body, which the client does in reality, and returns a function that sends it. */
  const prepare = (url: string, body?: object, token = '') => {
    const init = {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
    };
    return async (status = 200) => {
      const response = await fetch(url, init);
      // Decoding the response is also done by the client.
      await response.arrayBuffer();
      expect([url, response.status]).toEqual([url, status]);
    };
  };
  const requests: [name: string, prepared: () => () => Promise<unknown>][] = [];
  for (const [name, { path, body, status }] of Object.entries(syncRequests)) {
    const url = `${mock.baseUrls.sync}/enterprise/${enterpriseId}${path}`;
    const prepared = () => {
      const send = prepare(url, body?.(), syncToken);
      return () => send(status);
    };
    requests.push([name, prepared]);
  }
  for (const [name, body] of Object.entries(ingestions)) {
    const url = `${mock.baseUrls.async}/enterprise/${enterpriseId}/autoupdatelead`;
    const prepared = () => {
      const send = prepare(url, body(), asyncToken);
      return async () => {
        await send();
        await mock.workspace.drain();
      };
    };
    requests.push([name, prepared]);
  }
  for (const path of ['leads', 'leads/lead0/actions', 'ingestions', 'requests']) {
    requests.push([`the list of ${path}`, () => prepare(`${control}/${path}?limit=1000`)]);
  }
  requests.push(['the list of workspaces', () => () => mock.workspaces.list()]);

  const longest: [name: string, milliseconds: number][] = [];
  for (const [name, prepared] of requests) {
    longest.push([name, await longestTask(prepared, limit)]);
  }
  expect(longest.filter(([, milliseconds]) => milliseconds > limit)).toEqual([]);
});
