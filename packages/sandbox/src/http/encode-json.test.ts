import { describe, expect, it } from 'vitest';
import { encodeJson, stringifyInSlices } from './encode-json.ts';

async function encoded(value: unknown): Promise<string> {
  const content = await encodeJson(value);
  return typeof content === 'string' ? content : new Blob([...content]).text();
}

const many = Array.from({ length: 10_000 }, (_, index) => ({ index, text: `row ${index}` }));

const small = [null, true, 0, -1.5, '', 'a "quoted" text', [], {}, [[]], { a: [null, { b: {} }] }];

describe('produces the same text as JSON.stringify', () => {
  it.each(small)('%j', async (value) => {
    expect(await encoded(value)).toBe(JSON.stringify(value));
    const large = { many, value, 'a "key"': [value, many] };
    expect(await encoded(large)).toBe(JSON.stringify(large));
  });

  it.each([
    ['a value that is not defined', { many, missing: undefined, list: [undefined, ...many] }],
    ['no value that is defined', { nothing: Object.fromEntries(many.map(({ text }) => [text])) }],
    ['one large string', 'é'.repeat(2_000_000)],
    ['large objects in each other', { a: { b: Object.fromEntries(many.entries()) } }],
  ])('%s', async (_, value) => {
    expect(await encoded(value)).toBe(JSON.stringify(value));
    expect(await stringifyInSlices(value)).toBe(JSON.stringify(value));
  });
});

it('encodes a small value synchronously', () => {
  expect(encodeJson({ status: 'QUEUED' })).toBe('{"status":"QUEUED"}');
});

it('lets timers fire while it encodes a large value', async () => {
  let fired = 0;
  const timer = setInterval(() => fired++, 1);
  await stringifyInSlices(Array.from({ length: 40 }, () => many));
  clearInterval(timer);
  expect(fired).toBeGreaterThan(3);
});
