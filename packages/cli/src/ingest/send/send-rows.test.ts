import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAsyncClient, createRateLimiter, type RateLimiter } from '@telecrm/client';
import { createSandbox, type Fault } from '@telecrm/sandbox';
import { expect, it, vi } from 'vitest';
import { createTestFolder } from '../../testing/cli.ts';
import { openJournal } from '../journal/journal.ts';
import { createBreaker, OutageError } from './breaker.ts';
import { type SendableRow, sendRows } from './send-rows.ts';

const actions = [{ type: 'ACTION_1001', fields: { note: 'Visited' } }];

function row(number: number, more: object = {}): SendableRow {
  const phone = String(919_000_000_000 + number);
  return { number, identifier: phone, body: { fields: { phone }, ...more } };
}

async function* stream(rows: readonly SendableRow[]) {
  yield* rows;
}

/** Sends rows to a separate sandbox with these faults. */
async function send(
  rows: readonly SendableRow[],
  faults: readonly Fault[] = [],
  own: {
    maxOutageMs?: number;
    signal?: AbortSignal;
    graceMs?: number;
    onSettled?: () => void;
    rateLimit?: RateLimiter;
    /** Yields the rows, and then fails. */
    source?: AsyncIterable<SendableRow>;
  } = {},
) {
  await using folder = await createTestFolder();
  await using sandbox = createSandbox({ asyncDelayMs: 0, requestsPerHour: 1_000_000 });
  await sandbox.ready();
  const { workspace } = sandbox;
  await workspace.faults.add(...faults);
  const client = createAsyncClient({
    enterpriseId: workspace.enterpriseId,
    token: workspace.asyncToken,
    baseUrl: sandbox.baseUrls.async,
    fetch: sandbox.fetch,
    rateLimit: own.rateLimit ?? false,
    // A single attempt per call makes each of them visible to the tests.
    retry: { maxAttempts: 1, maxWaitMs: 0 },
  });
  await using journal = await openJournal(join(folder.path, 'journal'), {
    ...{ journal: 1, sha256: '', enterpriseId: '', mapping: {} },
  });
  const waits: number[] = [];
  const failures = new Set<string | undefined>();
  const { signal = new AbortController().signal, maxOutageMs = 60_000 } = own;
  const breaker = createBreaker({
    ...{ threshold: 3, minWaitMs: 5, maxWaitMs: 20, maxOutageMs, signal },
    onWait: (ms, failure) => {
      waits.push(ms);
      failures.add(failure?.message);
    },
  });
  const sending = sendRows(own.source ?? stream(rows), {
    ...{ client, journal, breaker, concurrency: 4, maxAttempts: 2, rateLimitWaitMs: 5, signal },
    graceMs: own.graceMs ?? 60_000,
    onSettled: own.onSettled ?? (() => undefined),
  });
  const stop = await (own.source ? sending.catch(() => undefined) : sending);
  await workspace.drain();
  const { data } = await workspace.ingestions({ limit: 100 });
  return {
    stop,
    waits,
    failures: [...failures],
    outcomes: rows.map(({ number }) => journal.states.outcome(number)),
    reasons: rows.map(({ number }) => journal.states.reason(number)),
    started: [...journal.states.started()],
    phones: data.map(({ request }) => Object(request.fields).phone).reverse(),
  };
}

const many = (count: number) => Array.from({ length: count }, (_, index) => row(index + 1));

it('sends each row once', async () => {
  const { stop, outcomes, phones } = await send(many(20));
  expect(stop).toBeUndefined();
  expect(new Set(outcomes)).toEqual(new Set(['queued']));
  expect(phones.toSorted()).toEqual(many(20).map(({ identifier }) => identifier));
});

it('sends rows of the same lead sequentially', async () => {
  const rows = Array.from({ length: 12 }, (_, index) => ({
    ...row(1, { fields: { phone: row(1).identifier, deal_size: index } }),
    number: index + 1,
  }));
  const { outcomes } = await send(rows, [{ delayMs: 5, times: 3 }]);
  expect(new Set(outcomes)).toEqual(new Set(['queued']));
});

it('opens the breaker during an outage: rows wait and are all sent in the end', async () => {
  const { stop, outcomes, waits, phones } = await send(many(10), [{ status: 503, times: 9 }]);
  expect(stop).toBeUndefined();
  expect(new Set(outcomes)).toEqual(new Set(['queued']));
  expect(phones).toHaveLength(10);
  // While the breaker is open, there is one attempt at a time, each after a longer delay.
  expect(waits.slice(0, 3)).toEqual([5, 10, 20]);
});

it('stops if an outage lasts too long, and leaves the rows open', async () => {
  const faults = [{ status: 503 }];
  const { stop, outcomes, failures } = await send(many(10), faults, { maxOutageMs: 30 });
  expect(stop).toBeInstanceOf(OutageError);
  // The last failure is reported, too: the base URL may be wrong.
  expect(stop?.cause).toMatchObject({ status: 503 });
  expect(failures).toEqual([expect.stringContaining('Something went wrong')]);
  expect(new Set(outcomes)).toEqual(new Set([undefined]));
});

it('does not take a jump of the clock for an outage', async () => {
  let jumps = 0;
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => ++jumps * 3_600_000);
  try {
    const { stop, outcomes } = await send(many(4), [{ status: 503, times: 6 }]);
    expect(stop).toBeUndefined();
    expect(new Set(outcomes)).toEqual(new Set(['queued']));
  } finally {
    clock.mockRestore();
  }
});

it('does not mistake a wait for the rate limiter for a response during an outage', async () => {
  const rateLimit = createRateLimiter({ requests: 2, windowMs: 50 });
  const { stop, outcomes } = await send(many(4), [{ status: 503, times: 8 }], { rateLimit });
  expect(stop).toBeUndefined();
  expect(outcomes).toEqual(['queued', 'queued', 'queued', 'queued']);
});

it('does not count the time in which the rate limiter lets nothing through as an outage', async () => {
  const rateLimit = createRateLimiter({ requests: 3, windowMs: 300 });
  const own = { rateLimit, maxOutageMs: 200 };
  const { stop, outcomes } = await send(many(3), [{ status: 503, times: 3 }], own);
  expect(stop).toBeUndefined();
  expect(outcomes).toEqual(['queued', 'queued', 'queued']);
});

it('records the outcomes of the rows in flight if the following ones cannot be read', async () => {
  const rows = many(3);
  async function* unreadable() {
    yield* rows;
    throw new Error('The file ends in the middle of a row');
  }
  const sending = send(rows, [{ delayMs: 30, times: 3 }], { source: unreadable() });
  expect((await sending).outcomes).toEqual(['queued', 'queued', 'queued']);
});

it('settles a row as failed if it fails while others succeed', async () => {
  const rows = [row(1), row(2), row(3), row(4), row(5), row(6)];
  const { stop, outcomes, reasons } = await send(rows, [{ status: 500, times: 2 }]);
  expect(stop).toBeUndefined();
  expect(outcomes.filter((outcome) => outcome === 'queued').length).toBeGreaterThanOrEqual(4);
  for (const reason of reasons.filter((text) => text !== '')) expect(reason).toMatch(/^500 /);
});

it('settles a single row as failed if it always gets a 500', async () => {
  const { stop, outcomes, reasons } = await send([row(1)], [{ status: 500 }]);
  expect({ stop, outcomes }).toEqual({ stop: undefined, outcomes: ['failed'] });
  expect(reasons[0]).toMatch(/^500 /);
});

it.each([401, 403, 404, 429])('stops after a %s, and leaves the rows open', async (status) => {
  const { stop, outcomes, started } = await send(
    [row(1), row(2, { actions }), row(3), row(4), row(5), row(6)],
    [{ status }],
  );
  expect(stop).toMatchObject({ status });
  expect(new Set(outcomes)).toEqual(new Set([undefined]));
  // It cannot have arrived, so a later run may send it.
  expect(started).toEqual([]);
});

it('settles only the rejected row after a 400', async () => {
  const { outcomes, reasons } = await send(many(3), [{ status: 400, times: 1 }]);
  expect(outcomes.toSorted()).toEqual(['failed', 'queued', 'queued']);
  expect(reasons.join('')).toMatch(/^400 /);
});

it('does not resend actions that may have arrived', async () => {
  const { outcomes, reasons, phones } = await send(
    [row(1, { actions })],
    [{ drop: 'after', times: 1 }],
  );
  expect(outcomes).toEqual(['unknown']);
  expect(reasons[0]).toContain('NETWORK');
  expect(phones).toHaveLength(1);
});

it('resends rows without actions', async () => {
  const { outcomes, phones } = await send([row(1)], [{ drop: 'after', times: 1 }]);
  expect(outcomes).toEqual(['queued']);
  expect(phones).toHaveLength(2);
});

it('completes rows in flight after an abort, and leaves the others open', async () => {
  const controller = new AbortController();
  let settled = 0;
  const { stop, outcomes, phones } = await send(many(30), [], {
    signal: controller.signal,
    onSettled: () => {
      if (++settled === 5) controller.abort();
    },
  });
  expect(stop).toBeUndefined();
  const queued = outcomes.filter((outcome) => outcome === 'queued').length;
  expect(queued).toBeGreaterThanOrEqual(5);
  expect(queued).toBeLessThan(12);
  expect(phones).toHaveLength(queued);
});

it('ends requests that take too long after an abort, and says which may have arrived', async () => {
  const controller = new AbortController();
  const rows = [row(1), row(2, { actions }), row(3)];
  async function* source() {
    yield* rows;
    // The requests of all rows are in flight.
    await sleep(20);
    controller.abort();
  }
  const { outcomes, started } = await send(rows, [{ delayMs: 60_000 }], {
    ...{ source: source(), signal: controller.signal, graceMs: 10 },
  });
  // Rows without actions can be sent again.
  expect(outcomes).toEqual([undefined, 'unknown', undefined]);
  expect(started).toEqual([]);
});
