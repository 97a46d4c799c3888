/** Runs the recipes for webhooks, including the failures that the guides say they handle. */
import { createHmac } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf } from '../guide-blocks.ts';
import { useSandbox } from './use-sandbox.ts';

const sandbox = useSandbox();

/** The actions of one type on the timeline of the lead with the phone number. */
async function timelineOf(phone: string, type: string): Promise<Record<string, unknown>[]> {
  const found = await sandbox.sync<{ data: { id: string }[] }>('/lead/search', {
    fields: { phone },
  });
  const path = `/lead/${found.data[0]?.id}/action/search`;
  return (await sandbox.sync<{ data: Record<string, unknown>[] }>(path, { type })).data;
}

describe('A payment webhook', () => {
  const event = { id: 'evt_9', phone: '919812300009', amount: '499' };

  /** Delivers events sequentially. Returns the outcome of each and the payments on the timeline. */
  async function deliver(...events: object[]) {
    const program = codeOf('payment-webhook', 'ts').replace(/^const paid = [\s\S]*/m, '');
    const calls = `
      const paidAt = Date.now();
      for (const event of ${JSON.stringify(events)}) {
        await onPayment({ ...event, paidAt }).then(() => console.log('ok'), () => console.log('500'));
      }`;
    const printed = await sandbox.run('ts', program + calls);
    const timeline = await timelineOf(event.phone, 'PAYMENT');
    return {
      outcomes: printed.trim().split('\n'),
      payments: timeline.map(({ amount }) => amount),
    };
  }

  it('records an event only once if it is delivered twice', async () => {
    expect(await deliver(event, event)).toEqual({ outcomes: ['ok', 'ok'], payments: ['499'] });
  });

  it('records two events with the same amount separately', async () => {
    const other = { ...event, id: 'evt_10' };
    expect(await deliver(event, other)).toEqual({
      outcomes: ['ok', 'ok'],
      payments: ['499', '499'],
    });
  });

  it('records a payment if it is delivered again after a 500', async () => {
    await sandbox.fail('createActions');
    expect(await deliver(event, event)).toEqual({ outcomes: ['500', 'ok'], payments: ['499'] });
  });

  it('does not record a payment twice if the connection closes after the request was processed', async () => {
    await sandbox.fail('createActions', { drop: 'after' });
    expect(await deliver(event, event)).toEqual({ outcomes: ['500', 'ok'], payments: ['499'] });
  });

  it('responds with 500 each time telecrm drops the payment, so that it is not lost', async () => {
    const invalid = { ...event, amount: '0' };
    expect(await deliver(invalid, invalid)).toEqual({ outcomes: ['500', '500'], payments: [] });
  });
});

describe('Call results', () => {
  const call = { id: 'call_9', phone: '098123 00011', outcome: 'Interested', seconds: 30 };

  async function deliver(...calls: object[]) {
    const program = codeOf('call-results', 'ts').replace(/^const ended = [\s\S]*/m, '');
    const printed = await sandbox.run(
      'ts',
      `${program}
      for (const call of ${JSON.stringify(calls)}) {
        await onCallEnded(call).then(console.log, () => console.log('500'));
      }`,
    );
    return printed.trim().split('\n');
  }
  const notes = async () => {
    const timeline = await timelineOf('919812300011', '1001');
    return timeline.map(({ fields }) => fields);
  };

  it('records a result with its outcome only once if it is delivered twice', async () => {
    expect(await deliver(call, call)).toEqual(['recorded', 'recorded']);
    expect(await notes()).toEqual([{ note: 'Call call_9: 30 seconds', outcome: 'Interested' }]);
  });

  it.each([{ status: 500 }, { drop: 'after' }])('records a result once after %j', async (fault) => {
    await sandbox.fail('createActions', fault);
    expect(await deliver(call, call)).toEqual(['500', 'recorded']);
    expect(await notes()).toHaveLength(1);
  });

  it('accepts a call from a withheld number without creating a lead', async () => {
    expect(await deliver({ ...call, phone: 'anonymous' })).toEqual(['invalid phone']);
    expect((await sandbox.report()).exchanges).toEqual([]);
  });
});

describe('Meta Lead Ads', () => {
  const secret = 'app-secret';
  const graphLeads: Record<string, object> = {
    lead_1: {
      field_data: [
        { name: 'full_name', values: ['Jane Doe'] },
        { name: 'phone_number', values: ['+919876543210'] },
        { name: 'email', values: [''] },
      ],
    },
    lead_2: { field_data: [{ name: 'phone_number', values: ['none'] }] },
  };
  const graph = createServer(({ url = '', headers }, response) => {
    const lead = graphLeads[url.slice(1)];
    const found = headers.authorization === 'Bearer page-token' && lead;
    response.writeHead(found ? 200 : 404).end(JSON.stringify(lead));
  });
  let folder = '';
  let environment: Record<string, string>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'telecrm-meta-'));
    await new Promise<void>((listening) => graph.listen(0, '127.0.0.1', listening));
    // The address of a TCP server is an object while it is listening.
    const { port } = graph.address() as AddressInfo;
    environment = {
      META_GRAPH_URL: `http://127.0.0.1:${port}`,
      META_APP_SECRET: secret,
      META_PAGE_TOKEN: 'page-token',
      META_VERIFY_TOKEN: 'verify-me',
      META_REVIEW: join(folder, 'review.txt'),
    };
  });
  afterAll(async () => {
    graph.close();
    await rm(folder, { recursive: true });
  });

  /** Returns the status and text of each response of the webhook. */
  async function call(...requests: { query?: string; body?: string; signature?: string }[]) {
    const program = `${codeOf('meta-lead-ads', 'ts')}
      for (const { query = '', body, signature = '' } of ${JSON.stringify(requests)}) {
        const request = new Request('https://example.com/meta' + query, body === undefined ? {} : {
          method: 'POST', body, headers: { 'x-hub-signature-256': signature },
        });
        const response = await handleMeta(request);
        console.log([response.status, await response.text()].join(' ').trim());
      }`;
    return (await sandbox.run('ts', program, { environment })).trim().split('\n');
  }
  const eventOf = (id: string, field = 'leadgen') => {
    const body = JSON.stringify({ entry: [{ changes: [{ field, value: { leadgen_id: id } }] }] });
    return {
      body,
      signature: `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    };
  };

  it('returns the verification challenge only for the correct verify token', async () => {
    const query = (token: string) => `?hub.challenge=42&hub.verify_token=${token}`;
    expect(await call({ query: query('verify-me') }, { query: query('guessed') })).toEqual([
      '200 42',
      '403',
    ]);
  });

  it('sends the lead of a signed leadgen event, and rejects events without a valid signature', async () => {
    const forged = { ...eventOf('lead_1'), signature: `sha256=${'0'.repeat(64)}` };
    const unsigned = { body: eventOf('lead_1').body };
    const other = eventOf('lead_1', 'feed');
    expect(await call(eventOf('lead_1'), forged, unsigned, other)).toEqual([
      '200 OK',
      '401',
      '401',
      '200 OK',
    ]);
    const { exchanges, dropped } = await sandbox.report();
    expect(exchanges.map(({ body }) => body)).toEqual([
      { fields: { name: 'Jane Doe', phone: '919876543210' } },
    ]);
    expect(dropped).toEqual([]);
  });

  it('responds with 500 if telecrm or the Graph API fails, so that Meta retries', async () => {
    await sandbox.fail('createOrUpdateLead', { status: 401, times: 1 });
    expect(await call(eventOf('lead_1'), eventOf('lead_1'), eventOf('lead_9'))).toEqual([
      '500',
      '200 OK',
      '500',
    ]);
  });

  it('saves the ID of a lead without a valid phone number, and responds with 200 so that Meta does not retry', async () => {
    expect(await call(eventOf('lead_2'))).toEqual(['200 OK']);
    expect(await readFile(join(folder, 'review.txt'), 'utf8')).toBe('lead_2\n');
    expect((await sandbox.report()).exchanges).toEqual([]);
  });
});
