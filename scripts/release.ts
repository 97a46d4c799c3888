/**
 * `pnpm release`: builds, tests, publishes unpublished packages, and sets the tags. `--dry-run` does not publish: it
 * packs every public package, installs the packages into an empty project and uses them there.
 */
import { spawnSync } from 'node:child_process';
import { packPublic } from './release/pack.ts';
import { installPackages, usePackages } from './release/try-packages.ts';
import { turbo } from './turbo.ts';

async function release(dryRun: boolean): Promise<void> {
  // A cached build is copied over the existing folder, so a file of another branch could remain and be published.
  const { exitCode } = await turbo(['build', ...(dryRun ? [] : ['--force'])]).done;
  if (exitCode !== 0) throw new Error('the build failed');
  if (!dryRun) run('pnpm', ['test']);

  await using project = await installPackages(await packPublic(process.cwd()));
  console.log(await usePackages(project));
  // npm checks the repository in package.json against the workflow that publishes.
  if (!dryRun) run('changeset', ['publish'], { NPM_CONFIG_PROVENANCE: 'true' });
}

function run(command: string, args: string[], env: Record<string, string> = {}): void {
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(`\`${[command, ...args].join(' ')}\` failed`);
}

try {
  await release(process.argv.includes('--dry-run'));
} catch (error) {
  console.error(`release: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
