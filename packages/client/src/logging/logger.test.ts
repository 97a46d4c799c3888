import { afterEach, describe, expect, it, vi } from 'vitest';
import { startNetwork, useJumpingClock } from '../../test/support/network.ts';

useJumpingClock();
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('a logger', () => {
  it('that rejects does not fail the call or the process', async () => {
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    const { sync } = startNetwork([503, 200], {
      logger: async () => {
        throw new Error('disk full');
      },
    });
    await expect(sync.getEnterpriseMetadata()).resolves.toHaveProperty('id');
    await new Promise((done) => setTimeout(done, 10));
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });
});

describe('TELECRM_DEBUG', () => {
  it.each([
    ['1', undefined],
    ['true', () => {}],
    ['telecrm', undefined],
  ])('%s prints the events without secrets, with and without a logger', async (value, logger) => {
    vi.stubEnv('TELECRM_DEBUG', value);
    const print = vi.spyOn(console, 'error').mockImplementation(() => {});
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const { sync } = startNetwork([503, 200], { logger });
    await sync.getTeamMember({ email: 'jane.doe@example.com' });
    expect(print.mock.calls.flat()).toEqual([
      'telecrm: getTeamMember attempt 1: RESPONSE 503, 0 ms',
      'telecrm: getTeamMember attempt 1: RETRY, 250 ms',
      'telecrm: getTeamMember attempt 2: RESPONSE 200, 0 ms',
    ]);
  });

  it.each([undefined, '', '0'])('%s prints nothing', async (value) => {
    vi.stubEnv('TELECRM_DEBUG', value);
    const print = vi.spyOn(console, 'error').mockImplementation(() => {});
    await startNetwork([200], { logger: undefined }).sync.getEnterpriseMetadata();
    expect(print).not.toHaveBeenCalled();
  });
});
