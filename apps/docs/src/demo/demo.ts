import { createSandbox, type Ingestion } from '@telecrm/sandbox';

/** What the start page shows of the product: a request, the response to it, and what became of it. */
export interface Demo {
  body: object;
  response: { status: number; text: string };
  /** The fields of the lead as they were stored. */
  stored: Record<string, unknown>;
  ingestion: Ingestion;
}

/** A lead with the mistakes that programs make most often; each is dropped without an error. */
const body = {
  fields: {
    name: 'Asha Rao',
    phone: '+91 98765 43210',
    City: 'Pune',
    rating: '5',
    follow_up_date: '2026-12-01',
  },
  actions: [{ type: '1001', fields: { note: 'Asked for a demo' } }],
};

/** Sends the lead to a sandbox, so that the page shows what the sandbox says and nothing else. */
export async function runDemo(): Promise<Demo> {
  const { fetch, workspace, baseUrls } = createSandbox({ deterministic: true });
  const response = await fetch(
    new Request(`${baseUrls.async}/enterprise/${workspace.enterpriseId}/autoupdatelead`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${workspace.asyncToken}`,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify(body),
    }),
  );
  await workspace.drain();
  const [ingestion] = (await workspace.ingestions()).data;
  const [lead] = (await workspace.leads()).data;
  if (!ingestion || !lead) throw new Error('the sandbox has not stored the lead of the start page');
  const sent = Object.keys(body.fields);
  return {
    body,
    response: { status: response.status, text: await response.text() },
    stored: Object.fromEntries(Object.entries(lead.fields).filter(([name]) => sent.includes(name))),
    ingestion,
  };
}
