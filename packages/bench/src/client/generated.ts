import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createClient } from '@hey-api/openapi-ts';
import { bundlePath } from '@telecrm/spec/files';
import { build } from 'esbuild';

/** Where the generated clients are, in `sync` and `async`. */
export const folder = fileURLToPath(new URL('../../reports/hey-api', import.meta.url));

/** The clients that `@hey-api/openapi-ts` makes of our bundles with no setting but fetch as the transport. */
export async function generateClients(): Promise<void> {
  for (const api of ['sync', 'async'] as const) {
    await mkdir(`${folder}/${api}`, { recursive: true });
    await createClient({
      input: bundlePath(api),
      output: { path: `${folder}/${api}`, module: { extension: '.js' } },
      plugins: ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk'],
      logs: { level: 'silent' },
    });
  }
}

export type CreateLead = (body: object) => Promise<string>;

/** A call of the generated client, compiled as a user's bundler would. */
export async function generatedCall(setUp: {
  baseUrl: string;
  token: string;
  enterpriseId: string;
}): Promise<CreateLead> {
  const outfile = `${folder}/call.mjs`;
  await build({
    stdin: {
      contents: `import { createLead } from './sync/index.js';
import { client } from './sync/client.gen.js';
export function callOf({ baseUrl, token, enterpriseId }) {
  client.setConfig({ baseUrl, auth: token });
  return async (body) => {
    const { data } = await createLead({ path: { enterpriseId }, body });
    if (!data) throw new Error('no data');
    return data.lead_id;
  };
}`,
      resolveDir: folder,
    },
    bundle: true,
    format: 'esm',
    target: 'es2024',
    platform: 'node',
    outfile,
  });
  const { callOf } = await import(outfile);
  return callOf(setUp);
}
