import { assertArgument } from '../arguments/assert-argument.ts';
import type { NewOption } from '../workspace-types.ts';

/**
 * Marks a label that is intended to become a new option of its field. telecrm creates an option for every unknown label,
 * so with a workspace type, only known labels and labels that are marked by this function compile.
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
  assertArgument(typeof label === 'string', 'label must be text', label);
  // The mark exists only for the compiler.
  return label as NewOption;
}
