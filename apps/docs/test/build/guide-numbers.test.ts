import { dirname, join } from 'node:path';
import { bundlePath } from '@telecrm/spec/files';
import { describe, expect, it } from 'vitest';
import { readGuides } from '../../src/guides/guide.ts';
import { apis, operations } from '../fixtures/site.ts';

const guides = await readGuides(join(dirname(bundlePath('sync')), 'guides.json'));

/** The lines of a guide without its code. */
function proseOf(markdown: string): string[] {
  const blank = (code: string) => code.replaceAll(/[^\n]/g, '');
  return markdown
    .replaceAll(/^```[\s\S]*?^```$/gm, blank)
    .replaceAll(/`[^`\n]+`/g, '')
    .split('\n');
}

const rateLimits = apis.flatMap(({ rateLimit }) => rateLimit ?? []);
const fromSpec = new Set([
  ...operations.flatMap(({ responses }) => responses.map(({ status }) => Number(status))),
  ...operations.flatMap(({ parameters }) =>
    parameters.flatMap(({ schema }) => [schema.minimum, schema.maximum, Number(schema.default)]),
  ),
  ...rateLimits.flatMap(({ requests, seconds }) => [requests, (requests / seconds) * 60]),
  ...apis.map((api) => api.operations.length),
]);

/** Numbers that the spec does not state, each with where it comes from. */
const reviewed: Record<string, string> = {
  '17': "telecrm's own count of the Sync operations, which the guide corrects",
  '24.18': 'the Node that the sandbox needs',
  '22.18': 'the Node that the sandbox needs',
  '30': 'a time-out, in seconds, or days',
  '50': 'the delay of the sandbox, in milliseconds',
  '60': 'seconds of a minute',
  '91': 'the country code of India',
  '405': 'the status of a wrong method, which has no operation',
  '500': 'one of the statuses of 5XX',
  '502': 'one of the statuses of 5XX',
  '503': 'one of the statuses of 5XX',
  '1000': 'milliseconds of a second',
  '8601': 'the standard of dates',
};

describe.each(guides)('the guide $title', ({ name, line, markdown }) => {
  const prose = proseOf(markdown).map((text, i) => ({
    place: `guides/${name}.md:${line + i}`,
    text,
  }));

  it('has no number that neither the spec nor a review knows', () => {
    const unknown = prose.flatMap(({ place, text }) => {
      const plain = text.replaceAll(/\]\([^)]*\)/g, ']');
      const found = plain.match(/(?<![\w.+-])\d[\d,]*(?:\.\d+)?(?![\w-])/g) ?? [];
      return found
        .map((number) => number.replace(/,$/, '').replaceAll(',', ''))
        .filter((number) => Number(number) >= 10)
        .filter((number) => !fromSpec.has(Number(number)) && !Object.hasOwn(reviewed, number))
        .map((number) => `${place} ${number}`);
    });
    expect(unknown).toEqual([]);
  });

  it('gives each operation the page size of the spec', () => {
    for (const { place, text } of prose) {
      const range = text.match(/(\d+) to (\d+)/);
      const linked = [...text.matchAll(/\(operation:(\w+)\)/g)].map(([, id]) => id);
      for (const { id, pagination, parameters } of operations) {
        if (!range || !pagination || !linked.includes(id)) continue;
        const limit = parameters.find((parameter) => parameter.name === pagination.limit)?.schema;
        expect(range.slice(1).map(Number), place).toEqual([limit?.minimum, limit?.maximum]);
      }
    }
  });
});

it('the guide to rate limits names the limit of each API', () => {
  const text = guides.find(({ name }) => name === 'rate-limits-and-retries')?.markdown;
  for (const { requests } of rateLimits) expect(text).toContain(requests.toLocaleString('en-US'));
});
