/** A row of a file of leads. */
export type Row = CellsRow | ValueRow | BrokenRow;

interface Place {
  /** Counted from one, without the header. */
  readonly number: number;
  /** The line of the file where it begins. */
  readonly line: number;
}

/** A row of CSV. */
interface CellsRow extends Place {
  readonly kind: 'cells';
  readonly cells: readonly string[];
}

/** A line of NDJSON, or an entry of a JSON array. */
interface ValueRow extends Place {
  readonly kind: 'value';
  readonly value: unknown;
}

/** A row that cannot be parsed; later rows may be valid. */
interface BrokenRow extends Place {
  readonly kind: 'broken';
  readonly problem: string;
}

/** The maximum length of a row, in characters. A lead is far shorter, but a quote that is never closed is not. */
export const maxRowLength = 1_000_000;
