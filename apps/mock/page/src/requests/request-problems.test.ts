import { expect, it } from 'vitest';
import type { LoggedRequest } from '../api/types.ts';
import { droppedOf, hasProblem, otherViolations, toShown } from './request-problems.ts';

const request: LoggedRequest = {
  ...{ time: 1, method: 'POST', operation: 'createLead', status: 201, error: null },
  ...{ durationMs: 2, fault: false, violations: [], sent: null, dropped: [], ingestionId: null },
};
const dropped: LoggedRequest['dropped'] = [
  { field: 'fields.rating', status: 'IGNORED', remark: 'why' },
];
const shown = (change: Partial<LoggedRequest>) => {
  return { key: '', request: { ...request, ...change }, ingestion: undefined };
};

it('keys are stable while newer requests arrive, even if requests look alike', () => {
  const keysOf = (requests: readonly LoggedRequest[]) =>
    toShown(requests, []).map(({ key }) => key);
  const before = keysOf([request, request]);
  expect(new Set(before).size).toBe(2);
  const after = keysOf([{ ...request, time: 9 }, request, request, request]);
  expect(after.slice(-2)).toEqual(before);
  expect(new Set(after).size).toBe(4);
});

it('omits a violation that a dropped part already reports', () => {
  const violations = ['body.fields.rating is a string: send a number.', 'body.x is not known.'];
  expect(otherViolations(shown({ violations, dropped }))).toEqual(['body.x is not known.']);
});

it.each<[Partial<LoggedRequest>, boolean]>([
  [{}, false],
  [{ status: 409 }, true],
  [{ status: null }, true],
  [{ fault: true }, true],
  [{ violations: ['x'] }, true],
  [{ dropped }, true],
])('detects a problem in %j: %s', (change, expected) => {
  expect(hasProblem(shown(change))).toBe(expected);
});

it('finds the dropped parts of a queued lead in its ingestion', () => {
  const queued = { ...request, ingestionId: 'i' };
  const ingestion = {
    ...{ ingestion_id: 'i', received_at: 0, state: 'PROCESSED' as const, request: {} },
    ...{ outcome: 'CREATED' as const, lead_id: 'l', actions: [], remarks: dropped },
  };
  const [found] = toShown([queued], [ingestion]);
  expect(found && droppedOf(found)).toBe(dropped);
});
