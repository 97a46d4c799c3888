import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import asyncApi from '@telecrm/spec/async.json' with { type: 'json' };
import { apis } from '@telecrm/spec/model';
import syncApi from '@telecrm/spec/sync.json' with { type: 'json' };
import { describe, expect, it, onTestFinished } from 'vitest';
import { findGuideProblems } from './guides.ts';

const spec = fileURLToPath(new URL('../../', import.meta.url));
const read = (name: string) => readFile(join(spec, `guides/${name}.md`), 'utf8');

it('our guides have no problems', async () => {
  expect(await findGuideProblems(spec)).toEqual([]);
});

it.each([
  ['[x](gone.md)', 'guide-link: gone.md leads nowhere, no such guide.'],
  ['[x](dates.md#gone)', 'guide-link: dates.md#gone leads nowhere, no such heading.'],
  ['[x](operation:gone)', 'guide-link: operation:gone leads nowhere, no such operation.'],
  ['```cobol\nx\n```', 'guide-code: unknown language “cobol”; use one of'],
  ['```json\n{ "a": }\n```', 'guide-code: invalid JSON:'],
  ['# Again', 'guide-heading: “Again” is a level 1 heading'],
  ['TODO: more', 'guide-words: finish this text'],
])('%s is found with file, line and reason', async (markdown, problem) => {
  const folder = await mkdtemp(join(tmpdir(), 'telecrm-guides-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const part of ['guides', 'async', 'sync']) {
    await cp(join(spec, part), join(folder, part), { recursive: true });
  }
  const dates = await read('dates');
  await writeFile(join(folder, 'guides/dates.md'), `${dates}\n${markdown}\n`);
  const line = dates.split('\n').length + 1;
  expect(await findGuideProblems(folder)).toEqual([
    expect.stringContaining(`guides/dates.md:${line} ${problem}`),
  ]);
});

describe('completeness of the guides', () => {
  it('errors: every code of the spec, with all of its statuses', async () => {
    const documented = new Set<string>();
    for (const { paths } of [asyncApi, syncApi]) {
      for (const [, status, code] of codesIn(paths)) documented.add(`${status} ${code}`);
    }
    const text = (await read('errors')).split('## Messages of 400 responses')[0] ?? '';
    const listed = [...text.matchAll(/^\| (\w+) +\| `(\w+)` +\|/gm)].map(([, a, b]) => `${a} ${b}`);
    expect(new Set(listed)).toEqual(documented);
  });

  it('errors: every message of a 400, with its operations and inferred conditions', async () => {
    const text = (await read('errors')).split('## Messages of 400 responses')[1] ?? '';
    const listed = [...text.matchAll(/^\| ([^|`]+?) +\| (.*operation:.*?) *\|$/gm)].flatMap(
      ([, message, cell = '']) =>
        [...cell.matchAll(/\(operation:(\w+)\)/g)].map(([, id]) => `${id}: ${message}`),
    );
    const documented = Object.values(apis()).flatMap(({ operations }) =>
      operations.flatMap(({ id, responses }) =>
        responses
          .filter(({ status }) => status === '400')
          .flatMap(({ content }) => content?.examples ?? [])
          // The lint ensures that every error uses the envelope.
          .map(({ value }) => `${id}: ${(value as { error: { message: string } }).error.message}`),
      ),
    );
    expect(listed.sort()).toEqual(documented.sort());
  });

  it('paging: the limits, defaults and keys of every operation that pages', async () => {
    const rows = (await read('paging-and-searching'))
      .split('\n')
      .filter((row) => / to \d+/.test(row));
    const paged = apis().sync.operations.filter(({ pagination }) => pagination);
    expect(rows).toHaveLength(paged.length);
    for (const { id, pagination, parameters } of paged) {
      const {
        minimum,
        maximum,
        default: usual,
      } = parameters.find(({ name }) => name === pagination?.limit)?.schema ?? {};
      const [, limit = '', standard = '', items = '', total = ''] =
        rows
          .find((row) => row.includes(`(operation:${id})`))
          ?.split('|')
          .slice(1) ?? [];
      expect(limit).toContain(`${minimum} to ${maximum}`);
      expect([standard.trim(), items.trim(), total.trim()]).toEqual([
        `${usual}`,
        `\`${pagination?.items}\``,
        pagination?.total ? `\`${pagination.total}\`` : 'none',
      ]);
    }
  });

  it('contradictions: all known ones, with our choice', async () => {
    const text = (await read('documented-and-observed')).split('## Contradictions')[1] ?? '';
    expect(text.match(/^\| (?!-|Topic)/gm)?.length).toBeGreaterThanOrEqual(29);
  });

  it('payments: every status and currency', async () => {
    const rows = (await read('payments')).split('\n');
    const cells = (key: string) =>
      [...(rows.find((row) => row.startsWith(`| \`${key}\``)) ?? '').matchAll(/`([A-Z]+)`/g)].map(
        ([, value]) => value,
      );
    expect(cells('status')).toEqual(syncApi.components.schemas.PaymentStatus.enum);
    expect(cells('currency')).toEqual(syncApi.components.schemas.PaymentCurrency.enum);
  });

  it('action types: every type that the spec names', async () => {
    const text = await read('action-types');
    const { examples, description } = syncApi.components.schemas.ActionType;
    const types = [...examples, ...(description.match(/\b[A-Z]+_[A-Z_]+\b/g) ?? [])];
    expect(types.filter((type) => !text.includes(`\`${type}\``) && type !== 'ACTION_')).toEqual([]);
  });

  it('retries: every operation that must not be repeated, and those that can be', async () => {
    const guide = await read('rate-limits-and-retries');
    const text = JSON.stringify([asyncApi, syncApi]);
    const retries =
      /"operationId":"(\w+)"(?:(?!"operationId").)*?"x-retry":\{[^}]*"why":"([^"]+)"/g;
    const writes = [...text.matchAll(retries)]
      .filter(([, , why]) => why !== 'It only reads.')
      .map(([, id]) => id);
    expect(writes.length).toBeGreaterThan(5);
    expect(writes.filter((id) => !guide.includes(`(operation:${id})`))).toEqual([]);
  });
});

/** Every error code in the response examples, with its status. */
function* codesIn(value: unknown, status = ''): Generator<[string, string, string]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === '$ref' && typeof inner === 'string') yield* codesIn(at(inner), status);
    else if (key === 'code' && /^[45]/.test(status)) yield ['', status, String(inner)];
    else yield* codesIn(inner, /^[2-5](\d\d|XX)$/.test(key) ? key.replace('XX', 'xx') : status);
  }
}

function at(reference: string): unknown {
  const [, ...keys] = reference.split('/');
  // Follows a pointer in whichever bundle has its target.
  const walk = (from: unknown) =>
    keys.reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], from);
  return keys[1] === 'schemas' ? undefined : (walk(syncApi) ?? walk(asyncApi));
}
