import { type HostingHandlers, type OfWorkspace, ok } from '../../control/handler.ts';
import { workspaceNotFound } from '../../control/workspace-errors.ts';
import { type ApiResponse, errorResponse } from '../../http/api-response.ts';
import type { WorkspaceClock, WorkspaceRecord } from '../../storage/workspaces.ts';
import type { HostingContext } from '../context.ts';

/** The clock of a workspace in responses. */
export function clockOf({ clock }: Pick<WorkspaceRecord, 'clock'>, now: number) {
  return 'fixedAt' in clock
    ? { now: clock.fixedAt, offsetMs: null, fixedAt: clock.fixedAt }
    : { now: now + clock.offsetMs, offsetMs: clock.offsetMs, fixedAt: null };
}

/** The end of the year 9999, in Unix milliseconds. A clock that runs on from there still has valid dates. */
const latest = Date.UTC(10_000, 0) - 1;

/** Handlers that set and advance the clocks of workspaces. */
export function createClockHandlers(
  { server, now }: HostingContext,
  ofWorkspace: OfWorkspace,
): HostingHandlers<'clock'> {
  const { workspaces } = server.storage;
  const change = async (
    { enterpriseId }: WorkspaceRecord,
    toClock: (workspace: WorkspaceRecord) => WorkspaceClock,
  ) => {
    const changed = await workspaces.update(enterpriseId, (workspace) => ({
      clock: toClock(workspace),
    }));
    return changed ? ok(clockOf(changed, now())) : workspaceNotFound();
  };
  return {
    setClock: ofWorkspace((workspace, { body }) => {
      // It has been validated against the description.
      const { time, isFixed = false } = body as { time: number | null; isFixed?: boolean };
      if (time === null) return change(workspace, () => ({ offsetMs: 0 }));
      return change(workspace, () => (isFixed ? { fixedAt: time } : { offsetMs: time - now() }));
    }),
    advanceClock: ofWorkspace(async (workspace, { body }) => {
      // It has been validated against the description.
      const { milliseconds } = body as { milliseconds: number };
      let isTooLate = false;
      const response = await change(workspace, (current) => {
        const { clock } = current;
        isTooLate = clockOf(current, now()).now + milliseconds > latest;
        if (isTooLate) return clock;
        return 'fixedAt' in clock
          ? { fixedAt: clock.fixedAt + milliseconds }
          : { offsetMs: clock.offsetMs + milliseconds };
      });
      return isTooLate ? tooLate() : response;
    }),
  };
}

function tooLate(): ApiResponse {
  const message =
    'body.milliseconds would advance the clock beyond the last date: set the clock with PUT …/clock.';
  return errorResponse(400, 'BAD_REQUEST', message);
}
