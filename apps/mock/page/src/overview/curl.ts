import { sandboxUrl } from '../api/client.ts';
import { sandboxFacts } from '../sandbox-facts.ts';
import type { Tokens } from './known-tokens.ts';

const lead = '{"fields":{"name":"Jane Doe","phone":"919999999999"}}';

/** A curl command that queues a lead through the Async API. */
export function asyncCurl(enterpriseId: string, tokens: Tokens | undefined): string {
  const path = `${sandboxFacts.basePaths.async}/enterprise/${encodeURIComponent(enterpriseId)}/autoupdatelead`;
  return curl(path, tokens?.asyncToken ?? 'YOUR_ASYNC_TOKEN');
}

/** A curl command that creates a lead through the Sync API. */
export function syncCurl(enterpriseId: string, tokens: Tokens | undefined): string {
  const path = `${sandboxFacts.basePaths.sync}/enterprise/${encodeURIComponent(enterpriseId)}/lead`;
  return curl(path, tokens?.syncToken ?? 'YOUR_SYNC_TOKEN');
}

function curl(path: string, token: string): string {
  const lines = [
    `curl ${quote(sandboxUrl + path)}`,
    `-H ${quote(`Authorization: Bearer ${token}`)}`,
    "-H 'Content-Type: application/json'",
    `-d ${quote(lead)}`,
  ];
  return lines.join(' \\\n  ');
}

/** Shells take text in single quotes literally, except for single quotes. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
