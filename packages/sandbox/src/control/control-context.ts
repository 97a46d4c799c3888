import type { ServerContext } from '../calls/server-context.ts';
import type { ControlExtension } from '../hosting/control-extension.ts';

/** The context of the handlers. */
export interface ControlContext
  extends Pick<ServerContext, 'storage' | 'queue' | 'clock' | 'open'> {
  /** Set if the sandbox is shared. */
  readonly extension?: ControlExtension | undefined;
}
