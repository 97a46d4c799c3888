import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { compile, compilers } from './support/compile.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'reports/messages');

const program = `import type { AsyncClient, AsyncLeadRequest, CreateLeadRequest, SyncClient } from '@telecrm/client';
import type { AsyncSchemas, SyncSchemas } from '@telecrm/client';
import { ingestMany, upsertLead } from '@telecrm/client';
declare const [telecrm, ingest]: [SyncClient, AsyncClient];
declare const [lead, queued]: [CreateLeadRequest, AsyncLeadRequest];
declare const schemas: [SyncSchemas['CreateLeadRequest'], AsyncSchemas['AsyncLeadRequest']];
ingest.createOrUpdateLead({ body: lead });
telecrm.createLead({ body: queued });
upsertLead(telecrm, queued);
ingestMany(ingest, [lead]);
ingest.createOrUpdateLead({ body: schemas[0] });
telecrm.createLead({ body: schemas[1] });
`;

beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'a.ts'), program);
});

const compilerOptions = {
  ...{ target: 'es2024', module: 'nodenext', strict: true, noEmit: true },
  ...{ types: ['node'], lib: ['es2024', 'dom'], skipLibCheck: true },
  // The source is imported, so that no build is needed.
  ...{ allowImportingTsExtensions: true, paths: { '@telecrm/client': ['../../src/index.ts'] } },
};

describe.each(compilers)('the message of %s about a lead for the other API', (compiler) => {
  it('names both APIs in a few lines', async () => {
    const project = { folder, name: compiler, files: ['a.ts'], compilerOptions };
    const stdout = await compile(compiler, project);
    const [first = '', ...others] = stdout.split(/^(?=\S)/m);
    expect(others).toHaveLength(5);
    expect(
      first
        .trim()
        .split('\n')
        .map((line: string) => line.trim()),
    ).toEqual([
      expect.stringMatching(
        /a\.ts\(7,29\): error .*'CreateLeadRequest<AnyWorkspace>' is not assignable to type 'AsyncLeadRequest<AnyWorkspace>'/,
      ),
      "Types of property '[sentTo]' are incompatible.",
      `Type '"the Sync API" | undefined' is not assignable to type '"the Async API" | undefined'.`,
      `Type '"the Sync API"' is not assignable to type '"the Async API"'.`,
    ]);
    const lines = others.map((message: string) => message.trim().split('\n'));
    for (const message of lines) {
      expect(message.at(-1)).toMatch(
        /Type '"the (Async|Sync) API"' is not assignable to type '"the/,
      );
    }
    // For a list of leads, the compiler also reports the iterators.
    expect(lines.map(({ length }: string[]) => length)).toEqual([4, 4, 10, 4, 4]);
  });
});
