import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Source } from '../src/build/site.ts';

/** A small document with one operation, in the shape of our bundles. */
export function smallBundle(title: string): Record<string, unknown> {
  return {
    openapi: '3.1.0',
    info: { title, summary: 'Small.', version: '1.0.0', description: 'A <b>few</b> words.' },
    servers: [{ url: 'https://live.example' }, { url: 'http://127.0.0.1:4010' }],
    tags: [{ name: 'Team Members' }],
    'x-rate-limit': { requests: 18000, seconds: 3600, per: 'token' },
    paths: {
      '/enterprise/{enterpriseId}/note': {
        parameters: [{ name: 'enterpriseId', in: 'path', required: true, example: 'ent_small' }],
        post: {
          operationId: 'addNote',
          summary: "Add a note's text",
          tags: ['Team Members'],
          requestBody: {
            content: { 'application/json': { examples: { apostrophe: { value: "it's" } } } },
          },
          responses: { 200: { $ref: '#/components/responses/Added' } },
        },
        get: {
          operationId: 'listNotes',
          tags: ['Team Members'],
          responses: { 200: { $ref: '#/components/responses/Added' } },
        },
      },
    },
    components: {
      securitySchemes: { token: { 'x-sandbox-token': 'sandbox-small-token' } },
      responses: {
        Added: {
          description: 'Added.',
          content: {
            'application/json': { examples: { ok: { $ref: '#/components/examples/added' } } },
          },
        },
      },
      examples: { added: { value: { added: true } } },
    },
  };
}

/** A guide that uses all that a guide may use. */
export const smallGuide = {
  name: 'notes',
  title: 'Notes',
  summary: 'How to add a note.',
  apis: ['sync'],
  order: 1,
  line: 8,
  markdown:
    'See [the operation](operation:addNote), [above](notes.md#more) and <b>this</b>.\n\n## More\n\n```ts\nlet a = 1;\n```\n\n```python\na = 1\n```\n',
};

/** Writes a small bundle for each API, which is all the build needs; a text replaces a bundle's JSON. */
export async function smallSource(
  texts: { sync?: string; async?: string; guides?: string } = {},
): Promise<Source> {
  const folder = await mkdtemp(join(tmpdir(), 'telecrm-docs-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const bundle = async (slug: 'sync' | 'async') => {
    const json = join(folder, `${slug}.json`);
    const yaml = join(folder, `${slug}.yaml`);
    await writeFile(json, texts[slug] ?? JSON.stringify(smallBundle(`Small ${slug}`)));
    await writeFile(yaml, `# ${slug}\n`);
    return { json, yaml };
  };
  const guides = join(folder, 'guides.json');
  await writeFile(guides, texts.guides ?? JSON.stringify([smallGuide]));
  return {
    origin: 'https://docs.example/',
    fingerprint: '0123456789ab',
    version: '1.2.3',
    guides,
    releases: [{ title: '@telecrm/small', version: '1.0.0', notes: '- The `first` one.' }],
    bundles: { sync: await bundle('sync'), async: await bundle('async') },
  };
}
