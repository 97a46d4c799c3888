import type { components } from '../generated/control-types.ts';

/** An intentional failure, as described by the control surface. */
export type Fault = components['schemas']['Fault'];

/** The maximum number of faults of a workspace, as in the description. */
export const maxFaults = 100;
