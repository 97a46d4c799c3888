import { correctLead } from '@telecrm/workspace';
import { writeJson } from '../../samples/json.ts';
import type { TryOperation } from '../../try/operations.ts';
import { parseJson } from '../json/json.ts';

/** The sandbox's default workspace. */
const definition = {};

/** A body whose mistakes are corrected. */
export interface Corrected {
  body: string;
  /** What was changed, for the reader. */
  changes: string;
}

/** The corrected body, where it is a lead and something can be corrected. */
export function correctedBody(
  { id, api }: TryOperation,
  body: string | undefined,
): Corrected | undefined {
  if (id !== 'createLead' && id !== 'createOrUpdateLead') return undefined;
  const parsed = parseJson(body ?? '');
  if (!parsed.ok) return undefined;
  const { body: corrected, corrections } = correctLead(definition, parsed.value, api);
  if (corrections.length === 0) return undefined;
  const changes = corrections.map(({ field, correction }) => `${field} ${correction}`).join('; ');
  return { body: writeJson(corrected), changes: `${changes.replaceAll('`', '')}.` };
}
