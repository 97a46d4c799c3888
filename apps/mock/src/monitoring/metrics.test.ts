import { callerOf, send } from '@telecrm/caller';
import { describe, expect, it } from 'vitest';
import { sandboxForThisFile } from '../testing/mock.ts';

const controlToken = 'a-control-token';
const mock = await sandboxForThisFile({ metrics: true, controlToken, asyncDelayMs: 600_000 });
const authorization = `Bearer ${controlToken}`;
const { sync, queue } = callerOf(mock);
const path = `${mock.url}/_sandbox/metrics`;

/** The samples, by name and labels. */
async function samples(): Promise<Map<string, number>> {
  const { body } = await send(path, 'GET', undefined, { authorization });
  const lines: string[] = body.split('\n').filter((line: string) => /^[a-z]/.test(line));
  return new Map(
    lines.map((line) => {
      const space = line.lastIndexOf(' ');
      return [line.slice(0, space), Number(line.slice(space + 1))] as const;
    }),
  );
}

describe('the metrics', () => {
  it('require the control token', async () => {
    expect((await send(path)).status).toBe(401);
    const { status, headers } = await send(path, 'GET', undefined, { authorization });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  });

  it('exist only if they are enabled', async () => {
    const without = await sandboxForThisFile();
    expect((await send(`${without.url}/_sandbox/metrics`)).status).toBe(404);
  });

  it('are only available on this machine without a token', async () => {
    const open = await sandboxForThisFile({ metrics: true });
    const headers = { 'x-forwarded-for': '192.0.2.1' };
    expect((await send(`${open.url}/_sandbox/metrics`, 'GET', undefined, headers)).status).toBe(
      403,
    );
    expect((await send(`${open.url}/_sandbox/metrics`)).status).toBe(200);
  });

  it('count requests by operation and status, and measure their duration', async () => {
    await sync('GET', '/metadata');
    await sync('GET', '/metadata');
    await sync('POST', '/lead', { fields: 1 });
    const found = await samples();
    const requests = (operation: string, status: number) =>
      found.get(
        `telecrm_sandbox_requests_total{api="sync",operation="${operation}",status="${status}"}`,
      );
    expect(requests('getEnterpriseMetadata', 200)).toBe(2);
    expect(requests('createLead', 400)).toBe(1);
    const count =
      'telecrm_sandbox_request_duration_seconds_count{api="sync",operation="getEnterpriseMetadata"}';
    expect(found.get(count)).toBe(2);
  });

  it('include the queue with the age of the oldest ingestion, and dropped parts with reasons', async () => {
    const before = await samples();
    await queue({ fields: { phone: '919876500010', City: 'Pune' }, actions: [{ type: '1001' }] });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const waiting = await samples();
    expect(waiting.get('telecrm_sandbox_queued_ingestions')).toBe(1);
    expect(waiting.get('telecrm_sandbox_oldest_queued_ingestion_seconds')).toBeGreaterThan(0.04);
    expect(waiting.get('telecrm_sandbox_workspaces')).toBe(1);
    await mock.workspace.drain();
    await sync('POST', '/lead', { fields: { phone: '919876500011', rating: 'high' } });
    const done = await samples();
    expect(done.get('telecrm_sandbox_queued_ingestions')).toBe(0);
    const added = (name: string) => (done.get(name) ?? 0) - (before.get(name) ?? 0);
    expect(added('telecrm_sandbox_ingestions_total{outcome="PARTIAL"}')).toBe(1);
    const dropped = (api: string, reason: string) =>
      added(`telecrm_sandbox_dropped_total{api="${api}",reason="${reason}"}`);
    expect(dropped('async', 'unknown_field')).toBe(1);
    expect(dropped('async', 'unknown_action_type')).toBe(1);
    expect(dropped('sync', 'invalid_value')).toBe(1);
  });

  it('include the event loop and the process', async () => {
    const found = await samples();
    expect(found.get('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
    expect(found.get('process_resident_memory_bytes')).toBeGreaterThan(1e6);
  });

  it('contain nothing that a caller chooses, and do not grow with it', async () => {
    const use = async (number: number) => {
      await send(`${mock.url}/enterprise/secret-${number}/autoupdatelead`, 'POST', {});
      await send(`${mock.url}/autoupdate/v2/secret-${number}`);
      await queue({ fields: { phone: `98765432${10 + number}`, [`secret-${number}`]: 'x' } });
    };
    await use(0);
    await mock.workspace.drain();
    const before = (await samples()).size;
    for (let number = 1; number <= 30; number++) await use(number);
    await mock.workspace.drain();
    const { body } = await send(path, 'GET', undefined, { authorization });
    expect(body).not.toMatch(/secret|ent_sandbox|98765432/);
    // At most the first garbage collections of some kinds.
    expect((await samples()).size).toBeLessThan(before + 30);
  });
});
