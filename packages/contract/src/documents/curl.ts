import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { defaultCredentials } from '@telecrm/mock';
import type { ApiName, ApiOperation } from '../operations.ts';
import { tokens } from '../tokens.ts';

/** A call as printed on a page. */
interface Line {
  path: string;
  body?: unknown;
  /** The API whose token is sent, if it is not the operation's own. */
  token?: ApiName;
}

/** Sends a printed call by curl, with host, token and enterprise ID replaced. */
export async function curl(
  baseUrls: Readonly<Record<ApiName, string>>,
  { api, method }: ApiOperation,
  { path, body, token = api }: Line,
): Promise<{ status: string; body: unknown }> {
  const url = `${baseUrls[api]}/enterprise/${defaultCredentials.enterpriseId}${path}`;
  const send =
    body === undefined ? [] : ['-H', 'Content-Type: application/json', '-d', JSON.stringify(body)];
  const { stdout } = await promisify(execFile)('curl', [
    ...['--silent', '--show-error', '--globoff', '--max-time', '10'],
    ...['-X', method, url],
    ...['-H', `Authorization: Bearer ${tokens[token]}`, ...send],
    ...['--write-out', '\n%{http_code}'],
  ]);
  const [responseBody = '', status = ''] = stdout.split(/\n(?=\d+$)/);
  return { status, body: JSON.parse(responseBody) };
}
