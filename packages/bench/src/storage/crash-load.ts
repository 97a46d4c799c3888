import { callerOf, type ReadResponse } from '@telecrm/caller';

/** The requests that a sandbox has received and acknowledged, for checking its content after a crash. */
export interface Acknowledged {
  /** Created leads by ID, with the note of their action. */
  readonly leads: Map<string, string>;
  /** For each queue of a client, the acknowledged notes in order. */
  readonly queues: Map<string, string[]>;
  /** Notes that were sent, and may or may not have arrived. */
  readonly sent: Set<string>;
}

export function nothingAcknowledged(): Acknowledged {
  return { leads: new Map(), queues: new Map(), sent: new Set() };
}

let count = 0;

/** The status and headers of a response, or the error if there was none. */
export type CallResult = Pick<ReadResponse, 'status' | 'headers'> | { readonly error: unknown };

/**
 * Creates leads and queues bodies until it is stopped.
 *
 * @param targetOf Chooses the sandbox for the next requests.
 * @param onResult Receives each response or error; without it, a broken connection is not a failure.
 */
export async function loadUntil<T extends { readonly url: string }>(
  stop: AbortSignal,
  targetOf: () => T,
  { leads, queues, sent }: Acknowledged,
  onResult: (target: T, result: CallResult) => void = () => {},
): Promise<void> {
  const phone = `9198${String(10_000_000 + count++)}`;
  const queued: string[] = [];
  queues.set(phone, queued);
  while (!stop.aborted) {
    const target = targetOf();
    const { sync, queue } = callerOf(target);
    const report = (result: CallResult) => onResult(target, result);
    const note = `n${count++}`;
    sent.add(note);
    const ownPhone = `9197${String(10_000_000 + count++)}`;
    const created = sync('POST', '/lead', {
      fields: { phone: ownPhone },
      actions: [{ type: '1001', fields: { note } }],
    }).then(({ status, headers, body }) => {
      report({ status, headers });
      if (status === 201) leads.set(body.lead_id, note);
    });
    const queuedNote = `q${count++}`;
    sent.add(queuedNote);
    const added = queue({
      fields: { phone, name: queuedNote },
      actions: [{ type: 'ACTION_1001', fields: { note: queuedNote } }],
    }).then(({ status, headers }) => {
      report({ status, headers });
      if (status === 200) queued.push(queuedNote);
    });
    await Promise.all(
      [created, added].map((sending) => sending.catch((error) => report({ error }))),
    );
  }
}
