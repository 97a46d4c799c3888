import { readFile } from 'node:fs/promises';
import { bundlePath } from '@telecrm/spec';
import { type Answer, type LoopbackServer, type Received, startServer } from './server.ts';

interface Bundle {
  paths: Record<string, Record<string, { responses?: Record<string, Success> }>>;
}
interface Success {
  content?: Record<string, { examples?: Record<string, { value?: unknown }> }>;
}

/** A server that answers every call of an API with the first example of its success. */
export async function startSpecServer(api: 'sync' | 'async'): Promise<LoopbackServer> {
  const bundle: Bundle = JSON.parse(await readFile(bundlePath(api, 'json'), 'utf8'));
  return startServer((request) => answer(bundle, request));
}

function answer({ paths }: Bundle, { method, url }: Received): Answer {
  const [address = ''] = url.split('?');
  const operation = Object.keys(paths)
    .sort((one, other) => one.split('{').length - other.split('{').length)
    .filter((path) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(address))
    .map((path) => paths[path]?.[method.toLowerCase()])
    .find((found) => found !== undefined);
  for (const [status, { content }] of Object.entries(operation?.responses ?? {})) {
    if (!status.startsWith('2')) continue;
    const [example] = Object.values(content?.['application/json']?.examples ?? {});
    return { status: Number(status), body: example?.value };
  }
  return { status: 501, body: { error: { code: 'NOT_FOUND', message: `${method} ${url}` } } };
}
