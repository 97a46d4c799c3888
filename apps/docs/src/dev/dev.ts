import { rm } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Files, writeChanged } from '../build/files.ts';
import { buildSite, type Source } from '../build/site.ts';
import { buildSpec, lintSpec } from './build-spec.ts';
import { serveDev } from './serve-dev.ts';
import { staleFirst } from './stale-first.ts';
import { watchFiles } from './watch.ts';

export type DevOptions = {
  port: number;
  /** Where the site is written. */
  folder: string;
  /** The folder of the spec. */
  spec: string;
  /** What the site is made from. */
  source: Source;
  log(line: string): void;
};

const pages = fileURLToPath(new URL('../pages', import.meta.url));

/** Builds the site, serves it, and does so again after each save; open pages reload themselves. */
export async function startDev({ port, folder, spec, source, log }: DevOptions) {
  // Drawing and linting take longer than a build: they come after it, and the next save stops them.
  let after = new AbortController();
  let linting = Promise.resolve();
  const drawn = staleFirst(
    () => build([]),
    () => after.signal,
  );
  let files: Files = new Map();
  await rm(folder, { recursive: true, force: true });
  await rebuild();
  const server = await serveDev(folder, port);
  const waiting = new Set<string>();
  let building: Promise<void> | undefined;
  let again = false;

  /** One build at a time, each with all that has been saved by then. */
  function build(saved: string[]): void {
    if (saved.length > 0) after.abort();
    for (const file of saved) waiting.add(file);
    again = true;
    building ??= buildWhileAsked();
  }

  async function buildWhileAsked(): Promise<void> {
    while (again) {
      again = false;
      const saved = [...waiting];
      waiting.clear();
      if (saved.length > 0) after = new AbortController();
      await buildOnce(saved);
    }
    building = undefined;
  }

  async function buildOnce(saved: string[]): Promise<void> {
    const names = saved.map((file) => relative(spec, file)).join(', ') || 'the references';
    const start = performance.now();
    try {
      await buildSpec(spec, saved);
      await rebuild();
      server.reload();
      log(`docs: ${names}, ${Math.round(performance.now() - start)} ms`);
    } catch (error) {
      log(`docs: ${names}: ${error instanceof Error ? error.message : error}`);
    }
    if (saved.length > 0) linting = lint(saved, after.signal);
  }

  async function lint(saved: string[], stop: AbortSignal): Promise<void> {
    const problems = await lintSpec(spec, saved, stop);
    if (problems) log(`docs: the build will stop at\n${problems}`);
  }

  async function rebuild(): Promise<void> {
    const made = await buildSite(source, drawn);
    await writeChanged(made, files, folder);
    files = made;
  }

  const watched = ['guides/*.md', '{async,sync,components}/**/*.yaml'].map((it) => spec + it);
  const watching = watchFiles([...watched, `${pages}/**/*.{css,svg}`], build);
  return {
    url: server.url,
    close: async () => {
      watching.close();
      await building;
      after.abort();
      await linting;
      await server.close();
    },
  };
}
