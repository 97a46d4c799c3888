import type { StoredValue } from '../fields/index.ts';
import { comparable } from '../store/index.ts';

/**
 * The normalized identifier of a lead. Parsing has already reduced a phone number to its digits and trimmed an email
 * address; only the case remains. Text is compared character by character, including spaces.
 */
export function identifierOf(stored: StoredValue | undefined): string | undefined {
  return typeof stored === 'string' ? comparable(stored) : undefined;
}
