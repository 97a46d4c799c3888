import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { App } from '../app.ts';
import { toHttp } from '../envelope.ts';
import type { Guard } from './guard.ts';

const folder = new URL('../../page/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const contentTypes: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css' };

/** Nothing from elsewhere, nothing inline, and no other site may frame it. */
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

/**
 * The page for people. Its script and style are the same for everybody and hold no data, so they are open; the page
 * itself, where it is refused, still comes with the refusal's status, as it is what asks for the token.
 */
export function addPage(app: App, guard: Guard): void {
  const send = (text: string, contentType: string, status = 200) =>
    new Response(text, {
      status,
      headers: { ...headers, 'content-type': `${contentType}; charset=utf-8` },
    });
  const page = read('index.html');
  app.get('/_sandbox/', (c) => {
    const refusal = guard(c);
    const wantsPage = c.req.header('accept')?.includes('text/html');
    if (refusal === undefined) return send(page, 'text/html');
    if (refusal.statusCode !== 401 || !wantsPage) return toHttp(refusal);
    const asking = send(page, 'text/html', 401);
    asking.headers.set('www-authenticate', 'Bearer');
    return asking;
  });
  app.get('/_sandbox', (c) => c.redirect('/_sandbox/'));
  for (const name of readdirSync(folder)) {
    const contentType = contentTypes[extname(name)];
    if (contentType === undefined) continue;
    const text = read(name);
    app.get(`/_sandbox/${name}`, () => send(text, contentType));
  }
}
