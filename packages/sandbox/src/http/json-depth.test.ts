import { describe, expect, it } from 'vitest';
import { createSandbox } from '../create-sandbox.ts';
import { callerOf } from '../testing/caller.ts';
import { depthLimit, isDeeperThan } from './json-depth.ts';

/** Arrays nested this many levels deep. */
function nested(levels: number): unknown {
  return JSON.parse('['.repeat(levels) + ']'.repeat(levels));
}

it.each([
  ['text', 0, false],
  [null, 0, false],
  [{}, 0, true],
  [{ a: 1 }, 1, false],
  [{ a: [] }, 1, true],
  [nested(64), 64, false],
  [nested(65), 64, true],
  [nested(100_000), 64, true],
])('measures depth: %#', (value, limit, isDeeper) => {
  expect(isDeeperThan(limit, value)).toBe(isDeeper);
});

describe('a body that is nested too deeply', () => {
  const sandbox = createSandbox({ strict: true, asyncDelayMs: 0 });
  const { sync, queue, control, ingestions } = callerOf(sandbox);
  const deep = nested(500);

  it('is rejected by every operation, without effects on other requests', async () => {
    const lead = (await control('GET', '/leads')).body.data[0].id;
    const responses = [
      await queue({ fields: { phone: '919812345678', x: deep } }),
      await sync('POST', '/lead', { fields: { phone: '919812345678', x: deep } }),
      await sync('POST', '/lead/search', { fields: { x: deep } }),
      await control('PUT', '/faults', [{ body: deep }]),
      await control('POST', `/leads/${lead}/actions`, { type: 'NOTE', x: deep }),
    ];
    for (const { status, body } of responses) {
      expect([status, body.error.code]).toEqual([400, 'BAD_REQUEST']);
      expect(body.error.message).toContain(`more than ${depthLimit} levels deep`);
    }
    expect((await ingestions()).total_count).toBe(0);
    expect((await queue({ fields: { phone: '919812345678', x: nested(60) } })).status).toBe(200);
    expect((await ingestions()).data[0].outcome).toBe('CREATED');
  });

  it('is rejected by methods in the same process, too', async () => {
    await expect(sandbox.workspace.faults.add({ body: deep })).rejects.toThrow(TypeError);
    const [lead] = (await sandbox.workspace.leads()).data;
    const event = { type: 'NOTE', x: deep };
    await expect(sandbox.workspace.addTimelineEvent(lead?.id ?? '', event)).rejects.toThrow(
      'levels deep',
    );
  });
});
