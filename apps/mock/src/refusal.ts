import type { Complaint } from './complaint.ts';
import { failure, type MockResponse } from './envelope.ts';
import type { Operation } from './operations.ts';
import { sentence } from './words.ts';

/** The operation's documented answer to what is wrong, else a 400 that says it. */
export function refuse(
  operation: Operation<string>,
  complaints: readonly Complaint[],
): MockResponse {
  return documented(operation, complaints) ?? badRequest(complaints);
}

// The example that names the wrong place most exactly is the answer.
function documented(operation: Operation<string>, complaints: readonly Complaint[]) {
  const places = [...new Set(complaints.map(({ place }) => withoutIndexes(place)))];
  let best: { exactness: number; response: MockResponse } | undefined;
  for (const { code, value, violates } of operation.examples) {
    for (const violated of violates) {
      const hit = places.some((place) => place === violated || place.startsWith(`${violated}.`));
      if (!hit || violated.length <= (best?.exactness ?? 0)) continue;
      best = { exactness: violated.length, response: { statusCode: Number(code), body: value } };
    }
  }
  return best?.response;
}

function withoutIndexes(place: readonly string[]): string {
  return place.filter((step) => !/^\d+$/.test(step)).join('.');
}

function badRequest(complaints: readonly Complaint[]): MockResponse {
  const told = complaints.slice(0, 3).map(sentence).join(' ');
  const untold = complaints.length - 3;
  return failure(400, 'BAD_REQUEST', untold > 0 ? `${told} And ${untold} more.` : told);
}
