import type { Ingestion } from '../api/types.ts';
import { Badge, type Tone } from '../ui/badge.tsx';

const tones: Readonly<Record<NonNullable<Ingestion['outcome']>, Tone>> = {
  CREATED: 'good',
  UPDATED: 'info',
  PARTIAL: 'warn',
  DROPPED: 'bad',
};

/** The outcome of a queued lead. */
export function OutcomeBadge({ ingestion }: { readonly ingestion: Ingestion }) {
  const { outcome, state } = ingestion;
  if (outcome === null) return <Badge tone="quiet">{state}</Badge>;
  return <Badge tone={tones[outcome]}>{outcome}</Badge>;
}
