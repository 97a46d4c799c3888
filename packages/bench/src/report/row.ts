/** A figure of ours beside those of its peers in the same run. */
export interface Row {
  name: string;
  unit: string;
  ours: number;
  peers: Peer[];
  /** What has to hold, all of it. */
  bars: Bar[];
  /** What a reader has to know to judge the figure. */
  note?: string;
}

export interface Peer {
  name: string;
  /** `null` when the peer could not do it; `note` says why. */
  figure: number | null;
  note?: string;
}

/** A limit for our figure, or for its ratio to that of a peer. */
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

/** Our figure divided by the peer's; nothing when there is no such figure. */
export function ratio({ ours, peers }: Row, name: string): number | undefined {
  const figure = peers.find((peer) => peer.name === name)?.figure;
  return figure ? ours / figure : undefined;
}

/** A bar whose peer has no figure is not reached. */
export function isReached(row: Row, { at, value, of }: Bar): boolean {
  const figure = of === undefined ? row.ours : ratio(row, of);
  if (figure === undefined) return false;
  return at === 'max' ? figure <= value : figure >= value;
}

/** The rows with a bar that was not reached: `Sandbox: create lead, throughput`. */
export function missedRows(sections: readonly Section[]): string[] {
  return sections.flatMap(({ name, rows }) =>
    rows
      .filter((row) => !row.bars.every((bar) => isReached(row, bar)))
      .map((row) => `${name}: ${row.name}`),
  );
}
