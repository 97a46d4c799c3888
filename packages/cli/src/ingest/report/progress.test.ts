import { expect, it } from 'vitest';
import { createRowProgress, formatSeconds } from './progress.ts';

it.each([
  [0, '0 s'],
  [59.4, '59 s'],
  [61, '1 min 1 s'],
  [3600 * 5 + 125, '5 h 2 min'],
])('formats %s seconds as %s', (seconds, text) => {
  expect(formatSeconds(seconds)).toBe(text);
});

it('shows the number of rows, the rate and the remaining time', () => {
  const shown: [string, object][] = [];
  let now = 0;
  const update = (text: string, data: object) => void shown.push([text, data]);
  const rows = createRowProgress(
    { update, end: () => undefined },
    { phase: 'sending', total: 100 },
    () => now,
  );
  for (let row = 0; row < 40; row++) {
    now += 50;
    rows.next({ failed: row > 30 ? 2 : 0 });
  }
  expect(shown[19]?.[0]).toBe('sending 20 of 100 rows, 20/s, 4 s left');
  expect(shown[39]).toEqual([
    'sending 40 of 100 rows, 2 not sent, 20/s, 3 s left',
    {
      ...{ command: 'ingest', phase: 'sending', done: 40, total: 100, failed: 2 },
      ...{ perSecond: 20, secondsLeft: 3 },
    },
  ]);
});
