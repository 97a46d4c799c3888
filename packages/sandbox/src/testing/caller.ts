import * as caller from '@telecrm/caller';
import type { Sandbox } from '../sandbox.ts';
import type { WorkspaceCredentials } from '../workspaces/credentials.ts';

/** Sends requests to one workspace of a sandbox and to its control surface. */
export function callerOf(
  { baseUrls, fetch, workspace }: Sandbox,
  credentials: WorkspaceCredentials = workspace,
): caller.Caller {
  return caller.callerOf({ url: baseUrls.async, fetch }, credentials);
}

/** Sends and receives JSON. */
export function send(
  { fetch, baseUrls }: Sandbox,
  url: string,
  method?: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
): Promise<caller.ReadResponse> {
  return caller.send(new URL(url, baseUrls.async).href, method, body, headers, fetch);
}
