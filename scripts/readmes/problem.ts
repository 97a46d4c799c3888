import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Package, packages, root } from '../gates/packages.ts';
import { readManifest } from './root-manifest.ts';

/** Programs whose commands are run by the tests of the packages. */
const testedElsewhere = new Set(['curl', 'export']);

const manifest = readManifest();

/** The problem with a command in a README; `undefined` if a reader can run it. */
export function problemOf([program = '', ...args]: readonly string[]): string | undefined {
  if (testedElsewhere.has(program)) return undefined;
  if (program === 'npx') return problemOfNpx(args.filter((arg) => arg !== '-y'));
  if (program === 'npm') return problemOfInstall(args);
  if (program === 'pnpm') return problemOfPnpm(args);
  if (program === 'docker') return problemOfDocker(args);
  if (program === 'kubectl') return problemOfKubectl(args);
  return `nothing checks the program ${program}`;
}

function problemOfNpx([name = '', ...args]: string[]): string | undefined {
  if (name.startsWith('pnpm@')) {
    return name === manifest.packageManager
      ? problemOfPnpm(args)
      : `${name} is not the ${manifest.packageManager} of package.json`;
  }
  // By the name of its package or, if that is installed, by its own name.
  const found = published(name) ?? packages.find(({ bin }) => bin[name]);
  const bin = found?.bin[name] ?? Object.values(found?.bin ?? {})[0];
  if (!found || !bin) return `no published package ${name} has a command`;
  try {
    // A command parses all of its arguments before it prints its help.
    const command = [join(root, found.folder, bin), ...args, '--help'];
    execFileSync(process.execPath, command, { stdio: 'pipe' });
    return undefined;
  } catch (error) {
    return String(error);
  }
}

function problemOfInstall([verb, ...args]: string[]): string | undefined {
  if (verb !== 'install') return `npm ${verb} is not known to the check`;
  const unknown = args.filter((arg) => !arg.startsWith('-') && !published(arg));
  return unknown.length > 0 ? `not published from here: ${unknown.join(', ')}` : undefined;
}

function problemOfPnpm(args: readonly string[]): string | undefined {
  const [flag, name] = args;
  if (flag !== '--filter') return problemOfScript(manifest.scripts, args[0]);
  const found = packages.find((found) => found.name === name);
  return found ? problemOfScript(found.scripts, args[2]) : `there is no package ${name}`;
}

function problemOfScript(scripts: Package['scripts'], script = ''): string | undefined {
  return scripts[script] ? undefined : `there is no script ${script}`;
}

function problemOfDocker([verb, ...args]: string[]): string | undefined {
  return verb === 'build' || verb === 'compose' ? problemOfFile(args, '--file') : undefined;
}

function problemOfKubectl(args: string[]): string | undefined {
  return problemOfFile(args, '--filename');
}

function problemOfFile(args: readonly string[], flag: string): string | undefined {
  const file = args[args.indexOf(flag) + 1] ?? '';
  return existsSync(join(root, file)) ? undefined : `there is no ${file}`;
}

function published(name: string): Package | undefined {
  return packages.find((found) => found.isPublic && found.name === name);
}
