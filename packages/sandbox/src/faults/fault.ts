import type { components } from '../generated/control-types.ts';

/** An intentional failure, as described by the control surface. */
export type Fault = components['schemas']['Fault'];
