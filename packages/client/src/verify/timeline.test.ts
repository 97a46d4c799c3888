import { describe, expect, it } from 'vitest';
import { missingActions } from './timeline.ts';

type Sent = Parameters<typeof missingActions>[0][number];
type Stored = Parameters<typeof missingActions>[2][number];

const visit: Sent = { type: 'ACTION_1001', fields: { note: 'Visited' } };
const payment = { type: 'PAYMENT', status: 'COMPLETED', currency: 'INR', amount: '499' } as const;

function storedVisit(id?: string, note = 'Visited'): Stored {
  return { ...(id && { id }), type: '1001', fields: { note } };
}

describe('an action is on the timeline', () => {
  it('if it has the type and the values', () => {
    const stored = [{ ...payment, id: 'b' }, storedVisit('a')];
    expect(missingActions([visit, payment], [], stored)).toEqual([]);
  });

  it.each([
    ['type', visit, { ...storedVisit('a'), type: '1002' }],
    ['field', visit, storedVisit('a', 'Called')],
    ['amount', payment, { id: 'a', type: 'PAYMENT', status: 'COMPLETED', amount: '500' }],
  ])('but not if it has another %s', (_, sent, stored) => {
    expect(missingActions([sent], [], [stored])).toEqual([0]);
  });

  it('only once for each entry', () => {
    expect(missingActions([visit, visit, visit], [], [storedVisit('a'), storedVisit('b')])).toEqual(
      [2],
    );
  });
});

describe('an entry that was there before does not count', () => {
  it('if it has the same ID, even if it has changed', () => {
    const before = [storedVisit('a', 'Called'), storedVisit('b')];
    expect(missingActions([visit], before, [storedVisit('b'), storedVisit('a')])).toEqual([0]);
    expect(missingActions([visit], before, [...before, storedVisit('c')])).toEqual([]);
  });

  it('if it has no ID and there are no more entries with its content', () => {
    const before = [storedVisit(), storedVisit()];
    expect(missingActions([visit], before, before)).toEqual([0]);
    expect(missingActions([visit, visit], before, [...before, storedVisit()])).toEqual([1]);
  });
});
