import type { Mark } from './mark.ts';

export interface Sentence {
  readonly text: string;
  /** The mark at its end: `(observed)` or `(inferred)`. */
  readonly mark: Mark;
}

/** The sentences of a description, each on one line. */
export function sentencesOf(text: string): Sentence[] {
  return text
    .split(/\n\n+|(?<=[.!?:])\s+(?=[A-Z`“])/)
    .map((sentence) => sentence.trim().replaceAll(/\s+/g, ' '))
    .filter((sentence) => sentence !== '')
    .map((sentence) => ({ text: sentence, mark: markAtEnd(sentence) }));
}

function markAtEnd(sentence: string): Mark {
  const [, mark] = sentence.match(/\((observed|inferred)\)\.?$/) ?? [];
  // The pattern takes no other word.
  return mark as Mark;
}
