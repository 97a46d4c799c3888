import { control, dataOf } from './client.ts';
import type { Health, Ingestion, Lead, LoggedRequest, PageOf, TimelineEntry } from './types.ts';

export function getHealth(): Promise<Health> {
  return dataOf(control.GET('/_sandbox/health'));
}

export function listRequests(enterpriseId: string, limit: number): Promise<PageOf<LoggedRequest>> {
  const params = { path: { enterpriseId }, query: { limit } };
  return dataOf(control.GET('/_sandbox/workspaces/{enterpriseId}/requests', { params }));
}

export function listIngestions(enterpriseId: string, limit: number): Promise<PageOf<Ingestion>> {
  const params = { path: { enterpriseId }, query: { limit } };
  return dataOf(control.GET('/_sandbox/workspaces/{enterpriseId}/ingestions', { params }));
}

export function listLeads(
  enterpriseId: string,
  { search, limit }: { search: string; limit: number },
): Promise<PageOf<Lead>> {
  const query = { limit, ...(search !== '' && { search }) };
  const params = { path: { enterpriseId }, query };
  return dataOf(control.GET('/_sandbox/workspaces/{enterpriseId}/leads', { params }));
}

export function listTimeline(enterpriseId: string, leadId: string): Promise<PageOf<TimelineEntry>> {
  const params = { path: { enterpriseId, leadId }, query: { limit: 200 } };
  return dataOf(
    control.GET('/_sandbox/workspaces/{enterpriseId}/leads/{leadId}/actions', { params }),
  );
}
