import { describeType } from '../../text/format.ts';
import { invalidValue, type ParseField, valid } from '../field-result.ts';

/**
 * Free text, kept as sent, white space included.
 *
 * An empty string empties the field: programs that send one were seen to blank a text on update. `null` is not text; no
 * page says that it clears anything, here or in any other type.
 */
export const parseText: ParseField = (value) => {
  if (typeof value !== 'string') {
    return invalidValue('must be text', `send a string instead of ${describeType(value)}`);
  }
  return valid(value === '' ? null : value);
};
