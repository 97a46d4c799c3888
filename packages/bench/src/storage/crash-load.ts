import { callerOf } from '@telecrm/caller';

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

/** Creates leads and queues bodies until it is stopped; a broken connection is not a failure. */
export async function loadUntil(
  stop: AbortSignal,
  target: { readonly url: string },
  { leads, queues, sent }: Acknowledged,
): Promise<void> {
  const { sync, queue } = callerOf(target);
  const phone = `9198${String(10_000_000 + count++)}`;
  const queued: string[] = [];
  queues.set(phone, queued);
  while (!stop.aborted) {
    const note = `n${count++}`;
    sent.add(note);
    const ownPhone = `9197${String(10_000_000 + count++)}`;
    const created = sync('POST', '/lead', {
      fields: { phone: ownPhone },
      actions: [{ type: '1001', fields: { note } }],
    }).then(({ status, body }) => {
      if (status === 201) leads.set(body.lead_id, note);
    });
    const queuedNote = `q${count++}`;
    sent.add(queuedNote);
    const added = queue({
      fields: { phone, name: queuedNote },
      actions: [{ type: 'ACTION_1001', fields: { note: queuedNote } }],
    }).then(({ status }) => {
      if (status === 200) queued.push(queuedNote);
    });
    await Promise.allSettled([created, added]);
  }
}
