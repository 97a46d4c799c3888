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
  from(): Promise<Source>;
  log(line: string): void;
};

const pages = fileURLToPath(new URL('../pages', import.meta.url));

/** Builds the site, serves it, and does so again after each save; open pages reload themselves. */
export async function startDev({ port, folder, spec, from, log }: DevOptions) {
  const drawn = staleFirst(() => build([]));
  let files: Files = new Map();
  await rm(folder, { recursive: true, force: true });
  await rebuild();
  const server = await serveDev(folder, port);
  let running = Promise.resolve();

  /** One build at a time, each with what has been saved by then. */
  function build(saved: string[]): void {
    const names = saved.map((file) => relative(spec, file)).join(', ') || 'the references';
    running = running.then(async () => {
      const start = performance.now();
      try {
        await buildSpec(spec, saved);
        await rebuild();
        server.reload();
        log(`docs: ${names}, ${Math.round(performance.now() - start)} ms`);
      } catch (error) {
        log(`docs: ${names}: ${error instanceof Error ? error.message : error}`);
      }
      const problems = saved.length > 0 ? await lintSpec(spec) : '';
      if (problems) log(`docs: the build will stop at\n${problems}`);
    });
  }

  async function rebuild(): Promise<void> {
    const made = await buildSite(await from(), drawn);
    await writeChanged(made, files, folder);
    files = made;
  }

  const sources = ['guides/*.md', '{async,sync,components}/**/*.yaml'].map((it) => spec + it);
  const watching = watchFiles([...sources, `${pages}/**/*.{css,svg}`], build);
  return {
    url: server.url,
    close: async () => {
      watching.close();
      await running;
      await server.close();
    },
  };
}
