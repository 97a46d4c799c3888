import { describeType } from '../../text/format.ts';
import { invalidValue, type ParseField, valid } from '../field-result.ts';

/**
 * Free text, stored as sent, including whitespace.
 *
 * An empty string clears the field: programs have been observed to send one in an update for that purpose. `null` is
 * not text; no page says that it clears a field of any type.
 */
export const parseText: ParseField = (value) => {
  if (typeof value !== 'string') {
    return invalidValue('must be text', `send a string instead of ${describeType(value)}`);
  }
  return valid(value === '' ? null : value);
};
