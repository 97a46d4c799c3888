import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { ApiResponse } from '@telecrm/sandbox/adapter';

const contentTypes: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** Forbids inline code, other origins and framing by other sites. */
const headers = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** The console, below the path of the control surface. */
export interface ConsolePage {
  /** Returns the page itself, with the status of a rejected request if there is one. */
  page(status: number): ApiResponse;
  /** Returns a script or style sheet of the page by its path; `undefined` if there is no such file. */
  asset(pathname: string): ApiResponse | undefined;
}

/** Reads the files of the page on the first request. */
export function createConsolePage(folder: URL): ConsolePage {
  let files: Map<string, ApiResponse> | undefined;
  const load = () => new Map(readdirSync(folder).flatMap((name) => readAsset(folder, name)));
  const file = (name: string) => {
    files ??= load();
    return files.get(name);
  };
  return {
    page: (status) => ({ status: 200, ...file('index.html'), ...(status !== 200 && { status }) }),
    asset(pathname) {
      const name = pathname.slice('/_sandbox/'.length);
      return name.endsWith('.js') || name.endsWith('.css') ? file(name) : undefined;
    },
  };
}

function readAsset(folder: URL, name: string): [string, ApiResponse][] {
  const type = contentTypes[extname(name)];
  if (type === undefined) return [];
  const text = readFileSync(new URL(name, folder), 'utf8');
  const contentType = `${type}; charset=utf-8`;
  return [[name, { status: 200, headers, raw: { text, contentType } }]];
}
