import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readCommand } from './command.ts';
import { sandboxForThisFile } from './testing/mock.ts';

const mock = await sandboxForThisFile();
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const run = promisify(execFile);
const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(
    ([, text]) => text ?? '',
  );
const calls = blocks('sh')
  .flatMap((block) => block.split(/\n\n/))
  .filter((command) => command.startsWith('curl '));

describe('the README', () => {
  it.each(calls)('shows a call that works: %s', async (command) => {
    const here = command.replaceAll('http://127.0.0.1:4010', mock.url);
    const line = here.replace(/^curl/, "curl -sS --max-time 10 -w '\\n%{http_code}'");
    const { stdout } = await run('sh', ['-c', line]);
    const status = Number(stdout.split('\n').at(-1));
    expect(status).toBe(command.includes('code=409') ? 409 : Math.min(status, 299));
    const control = `${mock.url}/_sandbox/workspaces/ent_sandbox`;
    await fetch(`${control}/drain`, { method: 'POST' });
    await fetch(`${control}/faults`, { method: 'DELETE' });
    if (command.endsWith('/ingestions')) {
      const [{ outcome, remarks }] = JSON.parse(stdout.replace(/\n\d+$/, '')).data;
      expect(outcome).toBe('UPDATED');
      expect(remarks).toMatchObject([{ field: 'fields.City' }, { field: 'actions[0].type' }]);
    }
  });

  it.each(blocks('ts'))('shows code that runs:\n%s', async (code) => {
    const cwd = fileURLToPath(new URL('..', import.meta.url));
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', code], { cwd });
    expect(stdout).toMatch(/^200 \{/);
  });

  it('names every flag, and none that there is not', () => {
    const help = readCommand(['--help']);
    const inHelp = 'say' in help ? help.say.match(/--[a-z-]+/g) : [];
    const named = readme.match(/--[a-z][a-z-]+/g);
    expect(new Set(named)).toEqual(new Set(inHelp));
  });
});
