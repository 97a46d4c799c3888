import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findUnreviewedGuides } from '../index.ts';
import { copySpec, type SpecCopy, spec } from '../testing/copy-spec.ts';
import { readGuideTexts } from './read-guides.ts';

let copy: SpecCopy;

beforeAll(async () => {
  copy = await copySpec(['evidence', 'guides']);
});
afterAll(() => copy[Symbol.asyncDispose]());

/** The problems of a copy of the spec in which one piece of text is replaced. */
const problemsWith = (file: string, from: string, to: string): Promise<string[]> =>
  copy.findIn({ file, from, to }, findUnreviewedGuides);

it('every guide has been reviewed in its current form, and has sources', async () => {
  expect(await findUnreviewedGuides(spec)).toEqual([]);
  expect(readGuideTexts(spec).length).toBeGreaterThanOrEqual(17);
});

describe('a guide fails until it is reviewed if', () => {
  it.each([
    ['a sentence is added', 'dates.md', '## Ranges\n', '## Ranges\n\nBoth ends are optional.\n'],
    ['a figure is changed', 'rate-limits-and-retries.md', '18,000', '36,000'],
    ['a row is added to a table', 'payments.md', '| `amount`', '| `vat` | a number |\n| `amount`'],
    ['the summary is changed', 'dates.md', 'is not supported', 'is supported'],
  ])('%s', async (_, name, from, to) => {
    expect(await problemsWith(`guides/${name}`, from, to)).toEqual([
      expect.stringMatching(new RegExp(`^guides/${name} “.+”: this text was changed`)),
    ]);
  });

  it('a section is added or renamed', async () => {
    const problems = await problemsWith('guides/dates.md', '## Ranges', '## Periods');
    expect(problems).toEqual([
      expect.stringContaining('guides/dates.md “Periods”'),
      expect.stringContaining('has no section “Ranges”'),
    ]);
  });

  it('a statement is marked as observed although its sources do not say so', async () => {
    const problems = await problemsWith(
      'guides/wordpress.md',
      'asks the visitor',
      'asks (observed)',
    );
    expect(problems).toContainEqual(expect.stringContaining('something is observed'));
  });

  it('a source is unknown', async () => {
    const problems = await problemsWith('evidence/guides.yaml', '/concepts/action-types', '/gone');
    expect(problems).toEqual([expect.stringContaining('no page of the evidence has the address')]);
  });
});

it('a changed sample needs no review, because the samples are run', async () => {
  expect(await problemsWith('guides/dates.md', "phone: '919999999999'", "phone: '1'")).toEqual([]);
});
