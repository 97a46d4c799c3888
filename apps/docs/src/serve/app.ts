import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

/** Creates the app that serves the built site in `folder`. */
export async function docsApp(folder: string): Promise<Hono> {
  const notFound = await readFile(join(folder, '404.html'), 'utf8');
  const policy = await policyOf(folder);
  const app = new Hono();

  app.use(async (c, next) => {
    await next();
    c.header('Content-Security-Policy', policy);
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'no-referrer');
  });

  // Without the trailing slash, the relative links of a page would be resolved one level too high.
  app.get('*', async (c, next) => {
    const last = c.req.path.split('/').at(-1);
    if (!last || !(await isFolder(join(folder, c.req.path)))) return next();
    return c.redirect(`${last}/`, 308);
  });

  app.get('*', async (c, next) => {
    await next();
    const hashed = c.res.ok && c.req.path.startsWith('/assets/');
    c.header('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    // The library does not know this type.
    if (c.res.ok && c.req.path.endsWith('.yaml')) c.header('Content-Type', 'application/yaml');
  });
  app.get('*', serveStatic({ root: folder }));
  app.notFound((c) => c.html(notFound, 404));
  return app;
}

async function policyOf(folder: string): Promise<string> {
  const headers = await readFile(join(folder, '_headers'), 'utf8');
  return headers.match(/Content-Security-Policy: (.+)/)?.[1] ?? '';
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
