import { rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Files, writeChanged } from '../build/files.ts';
import { buildSite, type Source } from '../build/site.ts';
import { createBatchQueue } from './batch-queue.ts';
import { buildSpec, lintSpec } from './build-spec.ts';
import { serveDev } from './serve-dev.ts';
import { staleWhileRevalidate } from './stale-while-revalidate.ts';
import { watchFiles } from './watch.ts';

export interface DevOptions {
  port: number;
  /** Where the site is written. */
  folder: string;
  /** The folder of the spec. */
  spec: string;
  /** What the site is made from. */
  source: Source;
  log(line: string): void;
}

const docs = fileURLToPath(new URL('../', import.meta.url));

/** Builds the site, serves it, and does so again after each save; open pages reload themselves. */
export async function startDev({ port, folder, spec, source, log }: DevOptions) {
  // Redoc and the lint take longer than a build: they run after it, and the next save aborts them.
  let after = new AbortController();
  let linting = Promise.resolve();
  /** What was saved since a lint last finished. */
  const unlinted = new Set<string>();
  const builds = createBatchQueue(build);
  const render = staleWhileRevalidate(
    () => builds.add([]),
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
    const made = await buildSite(source, render);
    await writeChanged(made, files, folder);
    files = made;
  }

  const folders = [
    ...['guides', 'async', 'sync', 'components'].map((name) => join(spec, name)),
    join(docs, 'assets'),
  ];
  const watcher = await watchFiles(folders, ['.md', '.yaml', '.css', '.svg'], (file) => {
    after.abort();
    builds.add([file]);
  });
  return {
    url: server.url,
    close: async () => {
      await watcher.close();
      await builds.idle();
      after.abort();
      await linting;
      // Redoc may have finished meanwhile.
      await builds.idle();
      await server.close();
    },
  };
}
