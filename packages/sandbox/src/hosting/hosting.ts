import type { ControlExtension } from './control-extension.ts';
import type { CallPolicy } from './quotas/call-policy.ts';

/** The parts that turn a sandbox into a shared one. */
export interface Hosting {
  readonly control: ControlExtension;
  /** If missing, requests to the two APIs are not limited. */
  readonly policy: CallPolicy | undefined;
  stop(): void;
}
