import { maxPageLimit } from '@telecrm/sandbox/adapter';
import { control, dataOf } from './client.ts';
import type { AuditEntry, PageOf, Partner, PartnerKey } from './types.ts';

const below = (partnerId: string) => ({ params: { path: { partnerId } } });

export async function listPartners(): Promise<Partner[]> {
  const params = { query: { limit: maxPageLimit } };
  return (await dataOf(control.GET('/_sandbox/partners', { params }))).data;
}

export function createPartner(name: string): Promise<PartnerKey> {
  return dataOf(control.POST('/_sandbox/partners', { body: { name } }));
}

export function replaceKey(partnerId: string): Promise<PartnerKey> {
  return dataOf(control.POST('/_sandbox/partners/{partnerId}/key', below(partnerId)));
}

export async function deletePartner(partnerId: string): Promise<void> {
  await dataOf(control.DELETE('/_sandbox/partners/{partnerId}', below(partnerId)));
}

export function listAuditEntries(limit: number): Promise<PageOf<AuditEntry>> {
  return dataOf(control.GET('/_sandbox/audit', { params: { query: { limit } } }));
}
