import { correctLead } from '@telecrm/workspace';
import { parseJson } from '../../check/json.ts';
import { writeJson } from '../../samples/json.ts';
import type { TryOperation } from '../../try/operations.ts';

/** An empty definition is the default workspace of the sandbox. */
const definition = {};

/** A corrected body. */
export interface Corrected {
  body: string;
  /** A message with the changes for the reader. */
  message: string;
}

/** Corrects the mistakes in a lead that can be corrected automatically. */
export function correctedBody({ api }: TryOperation, body: string | undefined): Corrected {
  const parsed = parseJson(body ?? '');
  if (!parsed.ok) {
    return { body: body ?? '', message: 'Nothing was corrected, because the body is not JSON.' };
  }
  const { body: corrected, corrections } = correctLead(definition, parsed.value, api);
  const changes = corrections.map(({ field, correction }) => `${field} ${correction}`).join('; ');
  return {
    body: writeJson(corrected),
    message:
      changes === ''
        ? 'Nothing could be corrected automatically: correct it by hand.'
        : `Corrected: ${changes.replaceAll('`', '')}.`,
  };
}
