import { rm } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Files, writeChanged } from '../build/files.ts';
import { buildSite, type Source } from '../build/site.ts';
import { buildSpec, lintSpec } from './build-spec.ts';
import { oneAtATime } from './one-at-a-time.ts';
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
  /** What was saved since a lint last came to its end. */
  const unlinted = new Set<string>();
  const builds = oneAtATime(build);
  const drawn = staleFirst(
    () => builds.ask([]),
    () => after.signal,
  );
  let files: Files = new Map();
  await rm(folder, { recursive: true, force: true });
  await rebuild();
  const server = await serveDev(folder, port);

  async function build(saved: string[]): Promise<void> {
    if (saved.length > 0) after = new AbortController();
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
    for (const file of saved) unlinted.add(file);
    if (saved.length > 0) linting = lint(after.signal);
  }

  async function lint(stop: AbortSignal): Promise<void> {
    const problems = await lintSpec(spec, [...unlinted], stop);
    if (stop.aborted) return;
    unlinted.clear();
    if (problems) log(`docs: the build will stop at\n${problems}`);
  }

  async function rebuild(): Promise<void> {
    const made = await buildSite(source, drawn);
    await writeChanged(made, files, folder);
    files = made;
  }

  const watched = ['guides/*.md', '{async,sync,components}/**/*.yaml'].map((it) => spec + it);
  const watching = watchFiles([...watched, `${pages}/**/*.{css,svg}`], (saved) => {
    after.abort();
    builds.ask(saved);
  });
  return {
    url: server.url,
    close: async () => {
      watching.close();
      await builds.idle();
      after.abort();
      await linting;
      // A drawing may have ended meanwhile.
      await builds.idle();
      await server.close();
    },
  };
}
