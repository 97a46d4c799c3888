import { callerOf } from '@telecrm/caller';
import type { Acknowledged } from './crash-load.ts';

/** The number of acknowledged requests whose effect is wrong. */
export interface Damage {
  readonly lost: number;
  readonly twice: number;
  readonly outOfOrder: number;
}

interface Entry {
  readonly fields?: { readonly note?: string };
}

/** Compares the content of a sandbox with the acknowledged requests. */
export async function damageOf(
  sandbox: { readonly url: string },
  { leads, queues }: Acknowledged,
): Promise<Damage> {
  const { sync, control } = callerOf(sandbox);
  await control('POST', '/drain');
  let [lost, twice, outOfOrder] = [0, 0, 0];
  for (const [leadId, note] of leads) {
    const notes = await notesOf(leadId);
    if (!notes.includes(note)) lost++;
    if (notes.length > 1) twice++;
  }
  for (const [phone, acknowledged] of queues) {
    if (acknowledged.length === 0) continue;
    const { body } = await sync('POST', '/lead/search', { fields: { phone } });
    const leadId = await idOf(phone);
    const notes = body.total_count === 1 && leadId ? await notesOf(leadId) : [];
    lost += acknowledged.filter((note) => !notes.includes(note)).length;
    twice += notes.length - new Set(notes).size;
    const order = notes.filter((note) => acknowledged.includes(note));
    const expected = acknowledged.filter((note) => notes.includes(note));
    if (order.join() !== expected.join()) outOfOrder++;
  }
  return { lost, twice, outOfOrder };

  /** The notes of a timeline, oldest first. */
  async function notesOf(leadId: string): Promise<string[]> {
    const notes: string[] = [];
    for (let skip = 0; ; skip += 100) {
      const path = `/lead/${leadId}/action/search?skip=${skip}&limit=100`;
      const { status, body } = await sync('POST', path, { type: '1001' });
      if (status !== 200) return [];
      const entries: readonly Entry[] = body.data;
      notes.push(...entries.flatMap(({ fields }) => fields?.note ?? []));
      if (entries.length < 100) return notes.reverse();
    }
  }

  async function idOf(phone: string): Promise<string | undefined> {
    const { body } = await control('GET', `/leads?limit=1&search=${phone}`);
    return body.data[0]?.id;
  }
}
