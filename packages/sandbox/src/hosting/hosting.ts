import type { CallPolicy } from './call-policy.ts';
import type { ControlExtension } from './control-extension.ts';

/** What makes a sandbox one that many people share. */
export interface Hosting {
  readonly control: ControlExtension;
  /** Without one, requests to the two APIs are not limited. */
  readonly policy: CallPolicy | undefined;
  stop(): void;
}
