import { availabilityStates as values } from '../generated/spec-values.ts';

/**
 * The states of a team member that the API can set, such as `On Leave`. A member can also be invited or deleted.
 *
 * @example
 * ```ts
 * import { availabilityStates } from '@telecrm/workspace';
 *
 * console.log(availabilityStates.includes('On Leave'));
 * ```
 */
export const availabilityStates: readonly string[] = values;
