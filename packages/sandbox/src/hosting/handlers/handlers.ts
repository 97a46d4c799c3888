import type { HostingHandlers, OfWorkspace } from '../../control/handler.ts';
import type { HostingContext } from '../context.ts';
import { createClockHandlers } from './clock-handlers.ts';
import { createFaultHandlers } from './fault-handlers.ts';
import { createPartnerHandlers } from './partner-handlers.ts';
import { createSnapshotHandlers } from './snapshot-handlers.ts';
import { createWorkspaceHandlers } from './workspace-handlers.ts';

export function createHostingHandlers(
  context: HostingContext,
  ofWorkspace: OfWorkspace,
): HostingHandlers {
  return {
    ...createPartnerHandlers(context),
    ...createWorkspaceHandlers(context, ofWorkspace),
    ...createSnapshotHandlers(context, ofWorkspace),
    ...createClockHandlers(context, ofWorkspace),
    ...createFaultHandlers(context, ofWorkspace),
  };
}
