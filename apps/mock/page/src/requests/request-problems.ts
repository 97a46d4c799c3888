import type { Ingestion, LoggedRequest, Remark } from '../api/types.ts';

/** A call, and what became of what it has queued, as far as that is known. */
export interface ShownRequest {
  /** Stays the same while newer calls come in. */
  readonly key: string;
  readonly request: LoggedRequest;
  readonly ingestion: Ingestion | undefined;
}

/** What was not stored of a call, at once or when it was taken from the queue. */
export function droppedOf({ request, ingestion }: ShownRequest): readonly Remark[] {
  return ingestion?.remarks ?? request.dropped;
}

/** Violations that the dropped parts do not explain already. */
export function otherViolations(shown: ShownRequest): string[] {
  const dropped = droppedOf(shown);
  return shown.request.violations.filter(
    (text) => !dropped.some(({ field }) => text.startsWith(`body.${field} `)),
  );
}

/** Whether there is something in a call to look at. */
export function hasProblem(shown: ShownRequest): boolean {
  const { status, fault, violations } = shown.request;
  const isBad = status === null || status >= 400 || fault;
  return isBad || violations.length + droppedOf(shown).length > 0;
}

export function toShown(
  requests: readonly LoggedRequest[],
  ingestions: readonly Ingestion[],
): ShownRequest[] {
  const byId = new Map(ingestions.map((ingestion) => [ingestion.ingestion_id, ingestion]));
  const seen = new Map<string, number>();
  // Oldest first, so that a newer one that looks the same does not take the key of an older one.
  const shown = requests.toReversed().map((request) => {
    const { time, operation, durationMs, ingestionId } = request;
    const base = `${time} ${operation} ${durationMs}`;
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    const ingestion = ingestionId === null ? undefined : byId.get(ingestionId);
    return { key: `${base} ${count}`, request, ingestion };
  });
  return shown.reverse();
}
