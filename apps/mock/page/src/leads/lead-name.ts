/** The display name of a lead, by its fields. */
export function leadName(fields: unknown): string {
  const { name, phone, email } = Object(fields);
  const known = [name, phone, email].filter((value) => typeof value === 'string' && value !== '');
  return known.length > 0 ? known.slice(0, 2).join(' · ') : 'No name, phone or email';
}
