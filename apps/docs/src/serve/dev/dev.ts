import { rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Files, writeChanged } from '../../build/files.ts';
import { buildSite, type Source } from '../../build/site.ts';
import { createBatchQueue } from './batch-queue.ts';
import { buildSpec, lintSpec } from './build-spec.ts';
import { serveDev } from './serve-dev.ts';
import { staleWhileRevalidate } from './stale-while-revalidate.ts';
import { watchFiles } from './watch.ts';

/** Options of the development server. */
export interface DevOptions {
  port: number;
  /** The output folder of the site. */
  folder: string;
  /** The folder of the spec. */
  spec: string;
  /** The input of the build. */
  source: Source;
  log(line: string): void;
}

const docs = fileURLToPath(new URL('../../', import.meta.url));

/** Builds and serves the site, and rebuilds it and reloads open pages after each save. */
export async function startDev({ port, folder, spec, source, log }: DevOptions) {
  // Redoc and the linter take longer than a build, so they run in the background. The next save aborts them.
  let background = new AbortController();
  const linter = createLinter(spec, log);
  const builds = createBatchQueue(build);
  const render = staleWhileRevalidate(
    () => builds.add([]),
    () => background.signal,
  );
  let files: Files = new Map();
  await rm(folder, { recursive: true, force: true });
  await rebuild();
  const server = await serveDev(folder, port);

  async function build(saved: string[]): Promise<void> {
    if (saved.length > 0) background = new AbortController();
    const names = saved.map((file) => relative(spec, file)).join(', ') || 'Redoc pages';
    const start = performance.now();
    try {
      await buildSpec(spec, saved);
      await rebuild();
      server.reload();
      log(`docs: ${names}, ${Math.round(performance.now() - start)} ms`);
    } catch (error) {
      log(`docs: ${names}: ${error instanceof Error ? error.message : error}`);
    }
    if (saved.length > 0) linter.start(saved, background.signal);
  }

  async function rebuild(): Promise<void> {
    const built = await buildSite(source, render);
    await writeChanged(built, files, folder);
    files = built;
  }

  const folders = [
    ...['guides', 'async', 'sync', 'components'].map((name) => join(spec, name)),
    join(docs, 'assets'),
  ];
  const watcher = await watchFiles(folders, ['.md', '.yaml', '.css', '.svg'], (file) => {
    background.abort();
    builds.add([file]);
  });
  return {
    url: server.url,
    close: async () => {
      await watcher.close();
      await builds.idle();
      background.abort();
      await linter.idle();
      // Redoc may have added a build in the meantime.
      await builds.idle();
      await server.close();
    },
  };
}

/** Creates a linter that logs the problems in saved files. The files of an aborted run are linted again in the next one. */
function createLinter(spec: string, log: DevOptions['log']) {
  const files = new Set<string>();
  let running = Promise.resolve();

  async function lint(signal: AbortSignal): Promise<void> {
    const problems = await lintSpec(spec, [...files], signal);
    if (signal.aborted) return;
    files.clear();
    if (problems) log(`docs: the linter reports problems that make the build fail\n${problems}`);
  }

  return {
    start(saved: string[], signal: AbortSignal): void {
      for (const file of saved) files.add(file);
      running = lint(signal);
    },
    /** Resolves when the current run has ended. */
    idle: () => running,
  };
}
