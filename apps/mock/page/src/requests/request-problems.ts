import type { Ingestion, LoggedRequest, Remark } from '../api/types.ts';

/** A request, with the outcome of its ingestion if that is known. */
export interface ShownRequest {
  /** Stable while newer requests arrive. */
  readonly key: string;
  readonly request: LoggedRequest;
  readonly ingestion: Ingestion | undefined;
}

/** The parts that were not stored, immediately or during processing of the queue. */
export function droppedOf({ request, ingestion }: ShownRequest): readonly Remark[] {
  return ingestion?.remarks ?? request.dropped;
}

/** The violations that the dropped parts do not already explain. */
export function otherViolations(shown: ShownRequest): string[] {
  const dropped = droppedOf(shown);
  return shown.request.violations.filter(
    (text) => !dropped.some(({ field }) => text.startsWith(`body.${field} `)),
  );
}

/** Whether a request has a problem to display. */
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
  // Oldest first, so that a newer request that looks the same does not get the key of an older one.
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
