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

/** The lead with its mistakes corrected, as far as they can be. */
export function correctedBody({ api }: TryOperation, body: string | undefined): Corrected {
  const parsed = parseJson(body ?? '');
  if (!parsed.ok) return { body: body ?? '', changes: 'nothing, as it is not JSON.' };
  const { body: corrected, corrections } = correctLead(definition, parsed.value, api);
  const changes = corrections.map(({ field, correction }) => `${field} ${correction}`).join('; ');
  return {
    body: writeJson(corrected),
    changes: changes === '' ? 'nothing: correct it by hand.' : `${changes.replaceAll('`', '')}.`,
  };
}
