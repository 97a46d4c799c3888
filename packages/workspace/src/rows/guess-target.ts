import type { Target } from './target.ts';

/** What columns are called that mean a standard field, in lower case and without anything but letters and digits. */
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
 * The field that a column probably means: the one of its name, whatever the case and the separators, or the one that it
 * is an alias of. Nothing when it is not clear.
 */
export function guessTarget(
  column: string,
  targets: ReadonlyMap<string, Target>,
): Target | undefined {
  const exact = targets.get(column);
  if (exact) return exact;
  const wanted = normalize(column);
  if (wanted === '') return undefined;
  const byName = [...targets.values()].filter(({ name }) => normalize(name) === wanted);
  if (byName.length > 0) return byName.length === 1 ? byName[0] : undefined;
  const [alias] = Object.entries(aliases).find(([, names]) => names.includes(wanted)) ?? [];
  return alias === undefined ? undefined : targets.get(alias);
}

function normalize(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}
