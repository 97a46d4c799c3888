import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bar, Row, Section } from '../report/row.ts';
import { type Copy, copyRepository } from './copy.ts';
import { reloads } from './reload.ts';

/**
 * `pnpm build` with an empty cache, with a full one, and after a change in one file of the spec; and the time until a
 * page of the docs shows such a change.
 */
export async function pipeline({ quick }: { quick: boolean }): Promise<Section> {
  const copy = await copyRepository();
  try {
    const cold = await build(copy);
    const warm = await build(copy);
    await change(join(copy.folder, 'spec/sync/paths/leads/lead.yaml'));
    const changed = await build(copy);
    const shown = await reloads(copy, quick ? 1 : 5);
    await copy.run('git', 'clean', '-fdxq', '--exclude=node_modules');
    const { seconds: plain } = await copy.run('pnpm', '--recursive', 'run', 'build');
    const row = (name: string, ours: number, peers: Row['peers'], bars: Row['bars']): Row => ({
      name,
      unit: 's',
      ours,
      peers,
      bars,
    });
    const withinTwoSeconds: Bar = { at: 'max', value: 2 };
    const peer = { name: 'cold build', figure: cold };
    return {
      name: 'Pipeline',
      rows: [
        row('cold build', cold, [{ name: '`pnpm -r build`', figure: plain }], []),
        row('warm build', warm, [peer], [{ at: 'max', value: 0.2, of: 'cold build' }]),
        row('build after a change in one file of the spec', changed, [peer], []),
        row(
          'docs dev: a saved YAML file is on the page',
          shown.description,
          [peer],
          [withinTwoSeconds],
        ),
        row('docs dev: a saved guide is on the page', shown.guide, [peer], [withinTwoSeconds]),
      ],
    };
  } finally {
    await copy.remove();
  }
}

async function build({ folder, run }: Copy): Promise<number> {
  const cache = [`--cache-dir=${join(folder, '.turbo/cache')}`, '--cache=local:rw'];
  return (await run('turbo', 'run', 'build', ...cache)).seconds;
}

/** Adds a word to the first description of a file. */
async function change(path: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  const changed = text.replace(/^( *description: >-\n +)/m, '$1Changed. ');
  if (changed === text) throw new Error(`${path} has no description to change`);
  await writeFile(path, changed);
}
