import type { NewOption } from '../workspace-types.ts';

/**
 * A label that is meant to become a new option of its field. telecrm makes an option of every label
 * that it does not know, so with a workspace type only known labels compile, and those that are
 * marked by this.
 *
 * @example
 * ```ts
 * import { newOption, type NewOption } from '@telecrm/client';
 *
 * const source: 'Website' | 'Referral' | NewOption = newOption('Billboard');
 * console.log(source);
 * ```
 */
export function newOption(label: string): NewOption {
  // The mark is for the compiler alone.
  return label as NewOption;
}
