import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { SyncPaths } from '@telecrm/client';
import { createSyncClient } from '@telecrm/client';
import createClient from 'openapi-fetch';
import { median } from '../median.ts';
import { generatedCall } from './generated.ts';

/** A server in a separate thread, so that this one runs only the clients. */
const program = `
const { createServer } = require('node:http');
const { parentPort } = require('node:worker_threads');
const body = JSON.stringify({
  lead_id: '603d2b2f9b1e8a001c8e4f5c',
  actions: [{ action_id: '603d2b2f9b1e8a001c8e4f5d', status: 'CREATED' }],
  remarks: [],
});
const server = createServer((request, response) => {
  request.resume().on('end', () => {
    response.writeHead(201, { 'Content-Type': 'application/json' }).end(body);
  });
});
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
`;

const enterpriseId = 'ent_sandbox';
const token = 'sandbox-sync-token';
const body = {
  fields: { name: 'Jane Doe', phone: '919999999999' },
  actions: [{ type: '1001' as const, fields: { note: 'Site visit completed' } }],
};

export type Caller = 'bare fetch' | 'openapi-fetch' | 'hey-api' | 'telecrm';

/** The median microseconds of a call. The callers take turns. */
export async function overhead(calls: number): Promise<Record<Caller, number>> {
  const worker = new Worker(program, { eval: true });
  const [port] = await once(worker, 'message');
  const baseUrl = `http://127.0.0.1:${port}`;
  const callers = await callersOf(baseUrl);
  const times: Record<Caller, number[]> = {
    'bare fetch': [],
    'openapi-fetch': [],
    'hey-api': [],
    telecrm: [],
  };
  // In random order, because a call takes longer after some of the others than after the rest.
  const names = Object.keys(callers) as Caller[];
  for (let n = 0; n < calls + 500; n++) {
    for (const name of shuffled(names)) {
      const start = performance.now();
      await callers[name]();
      if (n >= 500) times[name].push((performance.now() - start) * 1000);
    }
  }
  await worker.terminate();
  return {
    'bare fetch': median(times['bare fetch']),
    'openapi-fetch': median(times['openapi-fetch']),
    'hey-api': median(times['hey-api']),
    telecrm: median(times.telecrm),
  };
}

async function callersOf(baseUrl: string): Promise<Record<Caller, () => Promise<string>>> {
  const telecrm = createSyncClient({ enterpriseId, token, baseUrl });
  const headers = { Authorization: `Bearer ${token}` };
  const generated = await generatedCall({ baseUrl, token, enterpriseId });
  const bare = createClient<SyncPaths>({ baseUrl, headers });
  const path = '/enterprise/{enterpriseId}/lead';
  return {
    'bare fetch': async () => {
      const response = await fetch(`${baseUrl}/enterprise/${enterpriseId}/lead`, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      const { lead_id } = (await response.json()) as { lead_id: string };
      return lead_id;
    },
    'openapi-fetch': async () => {
      const { data } = await bare.POST(path, { body });
      if (!data) throw new Error('no data');
      return data.lead_id;
    },
    'hey-api': () => generated(body),
    telecrm: async () => (await telecrm.createLead({ body })).lead_id,
  };
}

/** The items in a random order, each of which is equally likely. */
function shuffled<T>(items: readonly T[]): T[] {
  const keyed = items.map((item) => ({ item, key: Math.random() }));
  return keyed.sort((one, other) => one.key - other.key).map(({ item }) => item);
}
