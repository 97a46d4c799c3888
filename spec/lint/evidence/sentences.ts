import type { Mark } from './mark.ts';

export interface Sentence {
  readonly text: string;
  /** The mark at the end of the sentence: `(observed)` or `(inferred)`. */
  readonly mark: Mark;
}

/** The sentences of a description. */
export function sentencesOf(text: string): Sentence[] {
  return text
    .split(/\n\n+|(?<=[.!?:])\s+(?=[A-Z`“])/)
    .map((sentence) => sentence.trim().replaceAll(/\s+/g, ' '))
    .filter((sentence) => sentence !== '')
    .map((sentence) => ({ text: sentence, mark: markAtEnd(sentence) }));
}

function markAtEnd(sentence: string): Mark {
  const [, mark] = sentence.match(/\((observed|inferred)\)\.?$/) ?? [];
  // The pattern matches no other word.
  return mark as Mark;
}
