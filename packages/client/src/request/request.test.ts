/** Which input a method accepts, and its messages for other input. */
import { describe, expect, it } from 'vitest';
import { startNetwork, useJumpingClock } from '../../test/support/network.ts';

useJumpingClock();

describe('an invalid input of a method', () => {
  it.each([
    ['a string', 'x', 'expected an object such as { leadId }, not a string'],
    ['null', null, 'expected an object such as { leadId }, not null'],
    ['an array', ['x'], 'expected an object such as { leadId }, not an array'],
    [
      'another key',
      { leadID: 'x' },
      'unknown parameter "leadID": expected an object such as { leadId }',
    ],
    ['no ID', {}, 'leadId is blank'],
  ])('is reported: %s', async (_, input, reason) => {
    const { sync, sent } = startNetwork([200]);
    // @ts-expect-error the compiler would reject it
    const result = await sync.try.getLead(input);
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'NOT_SENT', message: `getLead failed: ${reason}` },
    });
    expect(sent).toEqual([]);
  });
});

describe('a header that HTTP does not allow', () => {
  it.each([
    { 'X-Key': 'secret\n1' },
    { 'X-Key': 'secret ₹' },
    { 'Bearer secret': 'Authorization' },
  ])('is reported without its value: %j', async (headers) => {
    const { sync, sent } = startNetwork([200]);
    const result = await sync.try.getLead({ leadId: 'x' }, { headers });
    const message =
      'getLead failed: headers has a name or a value that HTTP does not allow, for example with a line break';
    expect(result).toMatchObject({ ok: false, error: { code: 'NOT_SENT', message } });
    expect(String(Object(result).error.cause)).not.toContain('secret');
    expect(sent).toEqual([]);
  });
});
