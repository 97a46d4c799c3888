import { setTimeout } from 'node:timers/promises';
import { announcement } from './start/announcement.ts';
import { listen } from './start/listen.ts';
import { readOptions } from './start/options.ts';
import { turbo } from './turbo.ts';

/** Builds the docs and the mock, serves them until a signal arrives, and returns the exit code. */
async function start(args: string[]): Promise<number> {
  const stopped = stopSignal();
  const { docsPort, mockPort } = readOptions(args);

  const build = turbo(['build', '--filter=@telecrm/docs', '--filter=@telecrm/mock'], {
    quiet: true,
  });
  // A cached build finishes too quickly to announce it.
  const isSlow = setTimeout(1000, true, { ref: false });
  if (await Promise.race([isSlow, build.done.then(() => false), stopped.then(() => false)])) {
    console.log('Building the docs and the sandbox …');
  }
  const built = await Promise.race([build.done, stopped.then(() => undefined)]);
  if (!built) {
    build.stop();
    await build.done;
    return 0;
  }
  if (built.exitCode !== 0) {
    // Ctrl-C also ends the build, whose end may be noticed first.
    if (await Promise.race([setTimeout(200, false), stopped.then(() => true)])) return 0;
    process.stderr.write(built.output);
    throw new Error('the build failed, see above');
  }

  const { serveDocs } = await import('@telecrm/docs');
  const { startMock } = await import('@telecrm/mock');
  const docs = await listen('docs', docsPort, (port) => serveDocs({ port }));
  const mock = await listen('mock', mockPort, (port) => startMock({ port })).catch(
    async (error: unknown) => {
      await docs.close();
      throw error;
    },
  );
  console.log(announcement(docs, mock));
  await stopped;
  await Promise.all([docs.close(), mock.close()]);
  return 0;
}

/** Resolves at the first signal. npx forwards a Ctrl-C again, so a second one must not kill the process. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => resolve());
  });
}

try {
  process.exitCode = await start(process.argv.slice(2));
} catch (error) {
  const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
  console.error(`start: ${reason}`);
  process.exitCode = 1;
}
