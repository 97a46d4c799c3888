import type { Visit } from './measure.ts';

export type Kind = 'landing' | 'plain' | 'reference';

export type Measured = {
  page: string;
  kind: Kind;
  first: Visit;
  second: Visit;
  /** The default page of the same API. */
  peer: { first: Visit; second: Visit };
};

/** What a page fails to hold, in words; nothing when it holds everything. */
export function missed({ kind, first, second, peer }: Measured): string[] {
  const bars: [holds: boolean, name: string][] = [
    [first.foreign === 0 && second.foreign === 0, 'no request to another origin'],
  ];
  if (kind === 'reference') {
    bars.push([first.bytes <= peer.first.bytes, 'no heavier than the default on the first visit']);
    bars.push([second.bytes <= 0.2 * peer.second.bytes, '0.2 × the default on the second visit']);
  } else {
    bars.push([first.bytes <= 60_000, '60 kB']);
    const half = 0.5 * peer.first.largestPaint;
    if (kind === 'plain') bars.push([first.largestPaint <= half, 'painted in 0.5 × the time']);
  }
  return bars.filter(([holds]) => !holds).map(([, name]) => name);
}
