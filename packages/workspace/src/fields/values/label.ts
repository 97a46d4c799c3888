import { describeType, formatList } from '../../text/format.ts';
import { nearest } from '../../text/nearest.ts';
import { type FieldResult, invalidValue, type ParseField, valid } from '../field-result.ts';

/**
 * The label of an option. An unknown label becomes a new option when it is stored: the docs also say that unknown labels
 * are dropped, but this is the more specific statement.
 */
export const parseDropdown: ParseField = (value) => {
  if (typeof value === 'string' && value.trim() !== '') return valid(value);
  return invalidValue(
    'must be one of its options',
    `send an option's label, such as "Website", instead of ${describeType(value)}`,
  );
};

/** The label of an active status, spelled as in the pipeline. */
export const parseStatus: ParseField = (value, { statuses }) => parseLabel(value, statuses);

/** The label of an active lost reason. */
export const parseLostReason: ParseField = (value, { lostReasons }) =>
  parseLabel(value, lostReasons);

function parseLabel(value: unknown, active: ReadonlySet<string>): FieldResult {
  if (typeof value === 'string' && active.has(value)) return valid(value);
  const meant = typeof value === 'string' ? nearest(value, active) : undefined;
  const fix = meant ? `did you mean "${meant}"?` : `send one of ${formatList([...active])}`;
  const problem = invalidValue('must be an active label of the pipeline', fix);
  return typeof value === 'string' && value !== '' ? { ...problem, inactiveLabel: true } : problem;
}

/** The email address of one team member. The docs do not mention sending more than one. */
export const parseActiveUser: ParseField = (value, { members, exampleMember }) => {
  const member = typeof value === 'string' ? members.get(value.trim().toLowerCase()) : undefined;
  if (member !== undefined) return valid(member);
  const fix = Array.isArray(value)
    ? 'send one email address, not an array'
    : `send the email address of a team member, such as ${exampleMember}`;
  return invalidValue('is not a team member', fix);
};
