import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../gates/packages.ts';
import { commandsOf } from './commands.ts';
import { problemOf } from './problem.ts';

const patterns = ['*.md', 'spec/*.md', 'packages/*/*.md', 'apps/*/*.md'];
const shown = globSync(patterns, { cwd: root })
  .sort()
  .flatMap((file) =>
    commandsOf(readFileSync(join(root, file), 'utf8')).map((words) => ({
      file,
      command: words.join(' '),
    })),
  );

it.each(shown)('$file: $command', ({ command }) => {
  expect(problemOf(command.split(' '))).toBeUndefined();
});

it('finds the commands of the README', () => {
  const commands = shown.filter(({ file }) => file === 'README.md').map(({ command }) => command);
  expect(commands).toContain('npm install @telecrm/client');
  expect(commands).toContain('npx @telecrm/mock --port 4010');
});

it('reads shell code blocks without comments, and joins continued lines', () => {
  const text = '```sh\nnpm install a # it\n\nnpx b \\\n  --port 1 &\n```\n\n```ts\nnpm(c);\n```\n';
  expect(commandsOf(text)).toEqual([
    ['npm', 'install', 'a'],
    ['npx', 'b', '--port', '1'],
  ]);
});

it.each([
  ['npx @telecrm/mock --prot 4010', "Unknown option '--prot'"],
  ['npx @telecrm/mocks --port 4010', 'no published package @telecrm/mocks'],
  ['npx @telecrm/client', 'no published package @telecrm/client has a command'],
  ['npx -y pnpm@12.20.0 start', 'pnpm@12.20.0 is not the pnpm@'],
  ['npx -y pnpm@12.21.0 strat', 'there is no script strat'],
  ['npm install @telecrm/klient', 'not published from here: @telecrm/klient'],
  ['npm install @telecrm/docs', 'not published from here: @telecrm/docs'],
  ['npm isntall @telecrm/client', 'npm isntall is not known'],
  ['pnpm cehck', 'there is no script cehck'],
  ['pnpm --filter @telecrm/workspace tset', 'there is no script tset'],
  ['pnpm --filter @telecrm/wokrspace test', 'there is no package @telecrm/wokrspace'],
  ['docker build --file apps/Dockerfile .', 'there is no apps/Dockerfile'],
  ['docker compose --file apps/compose.yaml up', 'there is no apps/compose.yaml'],
  ['kubectl apply --filename apps/sandbox.yaml', 'there is no apps/sandbox.yaml'],
  ['make', 'nothing checks the program make'],
])('detects %s', (command, problem) => {
  expect(problemOf(command.split(' '))).toContain(problem);
});
