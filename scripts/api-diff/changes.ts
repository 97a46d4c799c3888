import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Impact } from './impact.ts';

const run = promisify(execFile);

/** One change of the API. */
export interface Change {
  impact: Impact;
  /** The operation, `POST /enterprise/{enterpriseId}/lead`, or the part of the document. */
  where: string;
  what: string;
}

interface Verdict {
  message: string;
}

interface RedoclyChange {
  path: string;
  kind: string;
  impact: Exclude<Impact, 'none'>;
  property?: string;
  verdicts: Verdict[];
}

/** Compares APIs in two trees that hold a `spec` folder, by `redocly diff` over their bundles. */
export async function changesOf(
  apis: readonly string[],
  base: string,
  revision: string,
): Promise<Change[]> {
  const folder = await mkdtemp(join(tmpdir(), 'telecrm-diff-'));
  try {
    await bundleAll(apis, { before: base, after: revision }, folder);
    const changes = await Promise.all(apis.map((api) => diff(api, folder)));
    return changes.flat();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writes `<api>.<tree>.json` for every API in every tree. Redocly takes long to start, so it is started once. */
async function bundleAll(
  apis: readonly string[],
  trees: Record<string, string>,
  folder: string,
): Promise<void> {
  const roots = Object.entries(trees).flatMap(([name, tree]) =>
    apis.map((api) => [
      `${api}.${name}`,
      {
        root: join(tree, 'spec', api, 'openapi.yaml'),
        output: join(folder, `${api}.${name}.json`),
      },
    ]),
  );
  // The rules and the guides of either tree have no say in what the API is; `diff-recommended` says how much a change asks.
  const config = {
    telemetry: 'off',
    extends: ['diff-recommended'],
    apis: Object.fromEntries(roots),
  };
  await writeFile(join(folder, 'redocly.yaml'), JSON.stringify(config));
  await redocly(['bundle'], folder);
}

async function diff(api: string, folder: string): Promise<Change[]> {
  const files = [`${api}.before.json`, `${api}.after.json`];
  const [before, after] = await Promise.all(
    files.map((file) => readFile(join(folder, file), 'utf8')),
  );
  if (before === after) return [];
  const report = `${api}.diff.json`;
  const flags = ['--format', 'json', '--fail-on', 'none', '--output', report];
  await redocly(['diff', ...files, ...flags], folder);
  const { changes }: { changes: RedoclyChange[] } = JSON.parse(
    await readFile(join(folder, report), 'utf8'),
  );
  return changes.map(asChange);
}

async function redocly(args: string[], cwd: string): Promise<void> {
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  await run('redocly', args, { cwd, env, maxBuffer: 64 * 1024 * 1024 });
}

function asChange({ path, kind, impact, property, verdicts }: RedoclyChange): Change {
  const steps = path
    .replace(/^#\//, '')
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const [first, template = '', method = '', ...rest] = steps;
  const isOperation = first === 'paths' && /^(get|post|put|patch|delete)$/.test(method);
  const inside = [...(isOperation ? rest : steps), ...(property ? [property] : [])].join(' › ');
  const said = verdicts.map(({ message }) => message).join(' ');
  return {
    impact,
    where: isOperation ? `${method.toUpperCase()} ${template}` : 'the document',
    what: [`${kind} ${inside}`.trim(), said].filter(Boolean).join(': '),
  };
}
