import type { components } from '../generated/control-types.ts';

/** A failure on purpose, as the control surface describes it. */
export type Fault = components['schemas']['Fault'];

/** How many faults a workspace can have, as the description says too. */
export const maxFaults = 100;
