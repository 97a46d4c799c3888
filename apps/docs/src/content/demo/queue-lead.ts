import type { Sandbox } from '@telecrm/sandbox';

/** Queues a lead in a sandbox through the Async API, and waits until it is processed. */
export async function queueLead({ fetch, workspace, baseUrls }: Sandbox, body: unknown) {
  const url = `${baseUrls.async}/enterprise/${workspace.enterpriseId}/autoupdatelead`;
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${workspace.asyncToken}`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  await workspace.drain();
  const [ingestion] = (await workspace.ingestions()).data;
  const [lead] = (await workspace.leads()).data;
  return { response, ingestion, lead };
}
