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

/** Compares an API in two trees that hold a `spec` folder, by `redocly diff` over their bundles. */
export async function changesOf(api: string, base: string, revision: string): Promise<Change[]> {
  const folder = await mkdtemp(join(tmpdir(), 'telecrm-diff-'));
  try {
    // The rules and the guides of either tree have no say in what the API is; `diff-recommended` says how much a change asks.
    const config = join(folder, 'redocly.yaml');
    await writeFile(config, 'telemetry: off\nextends: [diff-recommended]\n');
    const [before, after] = await Promise.all(
      [base, revision].map(async (tree, index) => {
        const bundle = join(folder, `${index}.json`);
        await redocly([
          'bundle',
          join(tree, 'spec', api, 'openapi.yaml'),
          '--output',
          bundle,
          '--config',
          config,
        ]);
        return bundle;
      }),
    );
    const report = join(folder, 'diff.json');
    const files = [before ?? '', after ?? ''];
    await redocly([
      'diff',
      ...files,
      '--format',
      'json',
      '--fail-on',
      'none',
      '--output',
      report,
      '--config',
      config,
    ]);
    const { changes }: { changes: RedoclyChange[] } = JSON.parse(await readFile(report, 'utf8'));
    return changes.map(asChange);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function redocly(args: string[]): Promise<void> {
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  await run('redocly', args, { env, maxBuffer: 64 * 1024 * 1024 });
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
