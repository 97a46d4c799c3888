import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { send } from '@telecrm/caller';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { sandboxForThisFile } from '../../testing/mock.ts';
import { probePaths } from './probes.ts';

interface Described {
  tags: string[];
  responses: Record<string, { content: Record<string, { examples: Record<string, object> }> }>;
}

const { resolve } = createRequire(import.meta.url);
const folder = dirname(resolve('@telecrm/sandbox/package.json'));
const { paths, tags }: { paths: Record<string, { get?: Described }>; tags: object[] } = parse(
  readFileSync(join(folder, 'dist/openapi.yaml'), 'utf8'),
);
const described = Object.entries(paths).filter(([, { get }]) => get?.tags.includes('Server'));
const mock = await sandboxForThisFile({ adminToken: 'the-admin-token', metrics: true });

it('the description includes the probes of the server, and mentions its metrics', () => {
  expect(described.map(([path]) => path)).toEqual(Object.values(probePaths));
  expect(JSON.stringify(tags)).toContain('GET /_sandbox/metrics');
});

it.each(described)('%s responds as in an example of the description', async (path, { get }) => {
  const { status, body } = await send(mock.url + path);
  const examples = Object.values(
    get?.responses[status]?.content['application/json']?.examples ?? {},
  );
  expect([status, examples]).toEqual([200, [expect.objectContaining({ value: body })]]);
});
