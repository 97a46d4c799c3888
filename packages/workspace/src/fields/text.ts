import { kindOf } from '../words.ts';
import { misfit, type ReadField, store } from './reading.ts';

/**
 * Free text, kept as sent, white space included.
 *
 * An empty string empties the field: programs that send one were seen to blank a text on update. `null` is not text; no
 * page says that it clears anything, here or in any other type.
 */
export const readText: ReadField = (value, { label }) => {
  if (typeof value !== 'string') {
    return misfit(`${label} must be text`, `send a string instead of ${kindOf(value)}`);
  }
  return store(value === '' ? null : value);
};
