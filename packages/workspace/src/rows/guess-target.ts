import type { Target } from './target.ts';

/** Common column names of the standard fields, in lower case, with letters and digits only. */
const aliases: Readonly<Record<string, readonly string[]>> = {
  name: ['fullname', 'leadname', 'customername', 'contactname', 'clientname', 'studentname'],
  phone: [
    ...['mobile', 'mobileno', 'mobilenumber', 'phoneno', 'phonenumber', 'contact', 'contactno'],
    ...['contactnumber', 'whatsapp', 'whatsappnumber', 'cell', 'cellphone', 'telephone', 'tel'],
  ],
  email: ['emailid', 'emailaddress', 'mail', 'mailid'],
  status: ['leadstatus', 'stage', 'leadstage'],
  assignee: ['owner', 'leadowner', 'assignedto', 'agent', 'caller', 'salesperson'],
  rating: ['leadrating', 'stars'],
};

/**
 * Guesses the field of a column: by its name, ignoring case and separators, or by an alias. `undefined` if there is no
 * clear match.
 *
 * @example
 * ```ts
 * import { defaultDefinition } from '@telecrm/workspace';
 * import { guessTarget, targetsOf } from '@telecrm/workspace/rows';
 *
 * console.log(guessTarget('Mobile No.', targetsOf(defaultDefinition))?.name);
 * ```
 */
export function guessTarget(
  column: string,
  targets: ReadonlyMap<string, Target>,
): Target | undefined {
  const exact = targets.get(column);
  if (exact) return exact;
  const normalized = normalize(column);
  if (normalized === '') return undefined;
  const byName = [...targets.values()].filter(({ name }) => normalize(name) === normalized);
  if (byName.length > 0) return byName.length === 1 ? byName[0] : undefined;
  const [alias] = Object.entries(aliases).find(([, names]) => names.includes(normalized)) ?? [];
  return alias === undefined ? undefined : targets.get(alias);
}

function normalize(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}
