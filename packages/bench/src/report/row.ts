/** One of our figures next to those of its peers in the same run. */
export interface Row {
  name: string;
  unit: string;
  ours: number;
  peers: Peer[];
  /** The bars, all of which must be reached. */
  bars: Bar[];
  /** A note that a reader needs to interpret the figure. */
  note?: string;
}

export interface Peer {
  name: string;
  /** `null` if the peer could not be measured; `note` has the reason. */
  figure: number | null;
  note?: string;
}

/** A limit for our figure, or for its ratio to the figure of a peer. */
export interface Bar {
  at: 'max' | 'min';
  value: number;
  /** The peer whose figure is the unit. */
  of?: string;
}

export interface Section {
  name: string;
  rows: Row[];
}

/** Our figure divided by the peer's; `undefined` if the peer has none. */
export function ratio({ ours, peers }: Row, name: string): number | undefined {
  const figure = peers.find((peer) => peer.name === name)?.figure;
  return figure ? ours / figure : undefined;
}

/** A bar is not reached if its peer has no figure. */
export function isReached(row: Row, { at, value, of }: Bar): boolean {
  const figure = of === undefined ? row.ours : ratio(row, of);
  if (figure === undefined) return false;
  return at === 'max' ? figure <= value : figure >= value;
}

/** The rows with a missed bar: `Sandbox: create lead, throughput`. */
export function missedRows(sections: readonly Section[]): string[] {
  return sections.flatMap(({ name, rows }) =>
    rows
      .filter((row) => !row.bars.every((bar) => isReached(row, bar)))
      .map((row) => `${name}: ${row.name}`),
  );
}
