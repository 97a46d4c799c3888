import type { Violation } from './axe.ts';

/** What comes from Redoc's own markup and cannot be themed away, by rule and place. */
const known: { rule: string; selector: RegExp }[] = [
  // The menu of examples is labelled “Example” and shows the one that is chosen.
  { rule: 'label-content-name-mismatch', selector: /\[aria-label="Example"\]$/ },
];

export function ofRedoc({ rule, selector }: Violation): boolean {
  return known.some((it) => it.rule === rule && it.selector.test(selector));
}
