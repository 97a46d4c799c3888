import { createSandbox, type Ingestion } from '@telecrm/sandbox';
import { queueLead } from './queue-lead.ts';

/** The example on the start page: a request, its response and its result. */
export interface Demo {
  body: object;
  response: { status: number; text: string };
  /** The stored fields of the lead. */
  stored: Record<string, unknown>;
  ingestion: Ingestion;
}

/** A lead with common mistakes. The invalid values are dropped without an error. */
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

/** Sends the lead to a sandbox, so that the page shows real results. */
export async function runDemo(): Promise<Demo> {
  const sandbox = createSandbox({ deterministic: true });
  const { response, ingestion, lead } = await queueLead(sandbox, body);
  if (!ingestion || !lead)
    throw new Error('the sandbox did not store the example lead of the start page');
  const sent = Object.keys(body.fields);
  return {
    body,
    response: { status: response.status, text: await response.text() },
    stored: Object.fromEntries(Object.entries(lead.fields).filter(([name]) => sent.includes(name))),
    ingestion,
  };
}
