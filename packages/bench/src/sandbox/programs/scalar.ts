/** Scalar's mock server as its README starts it, with the document and the port of its arguments. */
import { readFile } from 'node:fs/promises';
import { serve } from '@hono/node-server';
import { createMockServer } from '@scalar/mock-server';

const [path = '', port] = process.argv.slice(2);
const document = JSON.parse(await readFile(path, 'utf8'));
const { fetch } = await createMockServer({ document, logger: false });
serve({ fetch, port: Number(port), hostname: '127.0.0.1' });
