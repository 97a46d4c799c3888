import { nearest } from '../nearest.ts';
import { kindOf, listed } from '../words.ts';
import { misfit, type ReadContext, type ReadField, type Reading, store } from './reading.ts';

/**
 * The label of an option. One that the field does not offer yet becomes a new option, which whoever stores the value
 * sees to: the docs also say that unknown labels are dropped, but this is the more specific statement.
 */
export const readDropdown: ReadField = (value, { label }) => {
  if (typeof value === 'string' && value.trim() !== '') return store(value);
  return misfit(
    `${label} must be one of its options`,
    `send an option's label, such as "Website", instead of ${kindOf(value)}`,
  );
};

/** The label of an active status, spelt as the pipeline spells it. */
export const readStatus: ReadField = (value, context) =>
  readListed(value, context, context.statuses);

/** The label of an active lost reason. */
export const readLostReason: ReadField = (value, context) =>
  readListed(value, context, context.lostReasons);

function readListed(value: unknown, { label }: ReadContext, active: ReadonlySet<string>): Reading {
  if (typeof value === 'string' && active.has(value)) return store(value);
  const meant = typeof value === 'string' ? nearest(value, active) : undefined;
  const fix = meant ? `did you mean "${meant}"?` : `send one of ${listed([...active])}`;
  const problem = misfit(`${label} must be an active label of the pipeline`, fix);
  return typeof value === 'string' && value !== '' ? { ...problem, unlisted: true } : problem;
}

/** The email address of one member of the team. That more than one can be sent is documented nowhere. */
export const readActiveUser: ReadField = (value, { label, members }) => {
  const member = typeof value === 'string' ? members.get(value.trim().toLowerCase()) : undefined;
  if (member !== undefined) return store(member);
  const fix = Array.isArray(value)
    ? 'send one email address, not an array'
    : `send the email address of a team member, such as ${[...members.values()][0] ?? 'agent@company.com'}`;
  return misfit(`${label} is not a team member`, fix);
};
