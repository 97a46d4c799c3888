import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { startMock } from '../start-mock.ts';
import { callerOf } from '../testing/caller.ts';

const folder = mkdtempSync(join(tmpdir(), 'telecrm-state-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const newFile = () => join(folder, `state-${files++}.json`);
const phone = '919999999999';

describe('a sandbox with a state file', () => {
  it('goes on where it ended', async () => {
    const state = newFile();
    const first = await startMock({ strict: true, state, asyncDelayMs: 60_000 });
    const keys = await first.workspaces.create({ seats: 3 });
    const before = callerOf(first, keys);
    const { body } = await before.sync('POST', '/lead', { fields: { phone, rating: 9 } });
    await before.control('PUT', '/faults', [{ operationId: 'getLead', status: 500, times: 1 }]);
    await before.queue({ fields: { phone, name: 'Jane' } });
    await first.close();
    expect(statSync(state).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => !name.endsWith('.json'))).toEqual([]);

    const second = await startMock({ strict: true, state });
    const after = callerOf(second, keys);
    expect((await after.sync('GET', `/lead/${body.lead_id}`)).status).toBe(500);
    const read = await after.sync('GET', `/lead/${body.lead_id}`);
    // What was queued has been done before the end, whatever the delay.
    expect(read.body.fields).toEqual({ phone, name: 'Jane' });
    expect((await after.ingestions()).data).toMatchObject([{ outcome: 'UPDATED' }]);
    expect((await callerOf(second).sync('POST', '/lead/search', {})).body.total_count).toBe(2);
    await second.close();
  });

  it('is saved on demand, and is complete whenever it is read', async () => {
    const state = newFile();
    const mock = await startMock({ strict: true, state });
    const { sync } = callerOf(mock);
    for (let number = 10; number < 20; number++) {
      await sync('POST', '/lead', { fields: { phone: `9199999999${number}` } });
      const saved = mock.save();
      await Promise.all([saved, mock.save()]);
      expect(JSON.parse(readFileSync(state, 'utf8')).workspaces).toHaveLength(1);
    }
    await mock.close();
  });

  it('does what was still queued when it was killed', async () => {
    const state = newFile();
    const first = await startMock({ strict: true, state, asyncDelayMs: 60_000 });
    await callerOf(first).queue({ fields: { phone, name: 'Jane' } });
    await first.save();
    const copy = newFile();
    writeFileSync(copy, readFileSync(state));
    await first.close();
    const second = await startMock({ strict: true, state: copy });
    expect((await callerOf(second).ingestions()).data).toMatchObject([{ outcome: 'CREATED' }]);
    await second.close();
  });
});

describe('a state file', () => {
  it('is used by one sandbox at a time', async () => {
    const state = newFile();
    const first = await startMock({ state });
    await expect(startMock({ state })).rejects.toThrow('is used by another sandbox');
    await callerOf(first).sync('POST', '/lead', { fields: { phone } });
    await first.close();
    const second = await startMock({ state });
    expect((await callerOf(second).sync('POST', '/lead', { fields: { phone } })).status).toBe(409);
    await second.close();
    expect(readdirSync(folder).filter((name) => name.endsWith('.lock'))).toEqual([]);
  });

  it.each([
    ['of a process that is alive', process.ppid, hostname(), 0, true],
    ['of another machine that shows that it is alive', 1, 'another-host', 0, true],
    ['of another machine that has not shown it for long', 1, 'another-host', 60_000, false],
    ['of a process that has died', 2 ** 22 + 1, hostname(), 0, false],
    ['of a process that had our ID', process.pid, hostname(), 0, false],
  ])('with a lock %s', async (_, pid, host, age, isHeld) => {
    const state = newFile();
    writeFileSync(`${state}.lock`, JSON.stringify({ pid, host, id: 'x' }));
    const then = new Date(Date.now() - age);
    utimesSync(`${state}.lock`, then, then);
    const started = startMock({ state });
    if (isHeld) {
      await expect(started).rejects.toThrow(`process ${pid} on ${host}`);
    } else {
      await (await started).close();
    }
    rmSync(`${state}.lock`, { force: true });
  });

  it('is given up when the sandbox cannot start', async () => {
    const state = newFile();
    const other = await startMock();
    await expect(startMock({ state, port: other.port })).rejects.toThrow('EADDRINUSE');
    await other.close();
    await (await startMock({ state })).close();
  });

  it('that cannot be written is refused at the start', async () => {
    const state = join(folder, 'no-such-folder', 'state.json');
    await expect(startMock({ state })).rejects.toThrow(`cannot use ${state} (ENOENT)`);
  });

  it('is written whatever lies where it is prepared, and what killed writes have left is removed', async () => {
    const state = newFile();
    writeFileSync(`${state}.1.tmp`, 'left over');
    const mock = await startMock({ state });
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    await mock.save();
    expect(statSync(state).mode & 0o777).toBe(0o600);
    await mock.close();
  });

  it('is written every minute', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const state = newFile();
    const mock = await startMock({ state });
    expect(existsSync(state)).toBe(false);
    vi.advanceTimersByTime(60_000);
    vi.useRealTimers();
    await expect.poll(() => existsSync(state)).toBe(true);
    await mock.close();
  });

  it('is written within the time there is, with what is still queued', async () => {
    const state = newFile();
    const first = await startMock({ state, asyncDelayMs: 600_000 });
    const { queue } = callerOf(first);
    // Each takes the workspace a while, and all of them longer than a sandbox may take to end.
    const heavy = Object.fromEntries(
      Array.from({ length: 9000 }, (_, number) => [`unknown_field_number_${number}`, 'x']),
    );
    for (let count = 0; count < 12; count++) await queue({ fields: { phone, ...heavy } });
    const started = performance.now();
    await first.close();
    expect(performance.now() - started).toBeLessThan(5000);
    const second = await startMock({ state });
    expect((await callerOf(second).control('GET', '/ingestions')).body.total_count).toBe(12);
    await second.close();
  });
});

describe('a file that is not ours', async () => {
  const state = newFile();
  const mock = await startMock({ state });
  await mock.close();
  const good = readFileSync(state, 'utf8');

  it.each([
    ['cut off', good.slice(0, good.length / 2)],
    ['empty', ''],
    ['no JSON', 'hello'],
    ['another JSON', '{"format":"something"}'],
    ['null', 'null'],
    ['of a later version', good.replace('"version":1', '"version":2')],
    ['without its workspaces', '{"format":"telecrm-sandbox","version":1,"calls":0}'],
    ['with a workspace that is nothing', good.replace('"workspaces":[', '"workspaces":[null,')],
    ['with a store that is not whole', good.replace('"identifier":', '"identifie":')],
    ['with a wrong definition', good.replace('"defaultCountry":"IN"', '"defaultCountry":"Q"')],
  ])('%s is refused and left as it is', async (_what, content) => {
    const file = newFile();
    writeFileSync(file, content);
    await expect(startMock({ state: file })).rejects.toThrow(`cannot use ${file}`);
    expect(readFileSync(file, 'utf8')).toBe(content);
  });

  it('nor is a folder', async () => {
    await expect(startMock({ state: folder })).rejects.toThrow(`cannot read ${folder}`);
  });
});
