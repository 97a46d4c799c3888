import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
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

  it('is saved on demand, and whoever reads the file meanwhile finds it whole', async () => {
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

describe('a file that is not ours', async () => {
  const state = newFile();
  const mock = await startMock({ state });
  await mock.close();
  const good = readFileSync(state, 'utf8');

  it.each([
    ['torn', good.slice(0, good.length / 2)],
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
