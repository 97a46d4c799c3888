/** The outcome of a row. */
export type Outcome = 'queued' | 'failed' | 'unknown';

/** The maximum number of different reasons in memory. Rows with the same reason share it. */
const maxReasons = 100_000;
const otherReason = 'failed for one of many reasons: see the journal';

const codes = { open: 0, started: 1, queued: 2, failed: 3, unknown: 4 } as const;
const outcomes: readonly (Outcome | undefined)[] = [
  undefined,
  undefined,
  'queued',
  'failed',
  'unknown',
];

/** The state of each row in five bytes, so that millions of rows fit into memory. */
export class RowStates {
  #states = new Uint8Array(1024);
  #reasons = new Uint32Array(1024);
  readonly #texts: string[] = [''];
  readonly #ids = new Map<string, number>([['', 0]]);
  readonly counts = { queued: 0, failed: 0, unknown: 0 };

  /** The outcome of a row; `undefined` while it is open. */
  outcome(row: number): Outcome | undefined {
    return outcomes[this.#states[row] ?? codes.open];
  }

  /** Whether a row was about to be sent and has no outcome yet. */
  isStarted(row: number): boolean {
    return this.#states[row] === codes.started;
  }

  /** The reason why a row failed. */
  reason(row: number): string {
    return this.#texts[this.#reasons[row] ?? 0] ?? '';
  }

  start(row: number): void {
    this.#grow(row);
    this.#states[row] = codes.started;
  }

  /** Marks a row as not sent after all. */
  reopen(row: number): void {
    this.#states[row] = codes.open;
  }

  settle(row: number, outcome: Outcome, reason: string): void {
    this.#grow(row);
    this.#states[row] = codes[outcome];
    this.#reasons[row] = this.#idOf(reason);
    this.counts[outcome]++;
  }

  /** The rows that were about to be sent when the journal ended. */
  *started(): Generator<number> {
    for (let row = 0; row < this.#states.length; row++) if (this.isStarted(row)) yield row;
  }

  #idOf(reason: string): number {
    const known = this.#ids.get(reason);
    if (known !== undefined) return known;
    if (this.#texts.length >= maxReasons && reason !== otherReason) return this.#idOf(otherReason);
    this.#ids.set(reason, this.#texts.length);
    return this.#texts.push(reason) - 1;
  }

  #grow(row: number): void {
    if (row < this.#states.length) return;
    const size = Math.max(this.#states.length * 2, row + 1);
    const states = new Uint8Array(size);
    states.set(this.#states);
    this.#states = states;
    const reasons = new Uint32Array(size);
    reasons.set(this.#reasons);
    this.#reasons = reasons;
  }
}
