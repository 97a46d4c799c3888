import { expect, it } from 'vitest';
import { lintSample } from '../../testing/lint-sample.ts';

const PAGE = 'components/schemas/LeadPage.yaml';
const total = '/properties/total_count';
const items = '/properties/data/items';
const found = await lintSample({
  markAlone: { [`${PAGE}#${total}/x-evidence-note`]: undefined },
  noteAlone: { [`${PAGE}#${total}/x-evidence`]: undefined },
  besideReference: { [`${PAGE}#${items}/x-evidence`]: 'inferred' },
  pair: {
    [`${PAGE}#${items}/x-evidence`]: 'inferred',
    [`${PAGE}#${items}/x-evidence-note`]: 'The docs show one only.',
  },
});

function finding(pointer: string, fix: string) {
  return {
    rule: 'telecrm/evidence-note',
    file: PAGE,
    pointer,
    message: expect.stringContaining(fix),
  };
}

it('a mark of evidence without a note is reported', () => {
  expect(found.markAlone).toEqual([finding(`#${total}/x-evidence`, 'Add `x-evidence-note`')]);
});

it('a note without a mark is reported', () => {
  expect(found.noteAlone).toEqual([
    finding(`#${total}/x-evidence-note`, 'needs `x-evidence: observed` or `inferred`'),
  ]);
});

it('a mark next to a reference needs its note there', () => {
  expect(found.besideReference).toEqual([finding(`#${items}/x-evidence`, 'Add `x-evidence-note`')]);
});

it('a mark with a note passes, also next to a reference', () => {
  expect(found.pair).toEqual([]);
});
