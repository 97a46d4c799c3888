import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { defaultCredentials } from '@telecrm/sandbox';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseCommand } from './cli/parse-command.ts';
import { sandboxForThisFile } from './testing/mock.ts';

const mock = await sandboxForThisFile({ metrics: true });
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const run = promisify(execFile);
const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(
    ([, text]) => text ?? '',
  );
const commands = blocks('sh').flatMap((block) => block.trim().split(/\n\n/));
const begins = (word: string) => commands.filter((command) => command.startsWith(`${word} `));
const calls = begins('curl');
const variables = Object.fromEntries(
  begins('export').flatMap((block) =>
    [...block.matchAll(/export (\w+)=(.+)/g)].map(([, name, value]) => [name ?? '', value]),
  ),
);

describe('the README', () => {
  it('has calls that work in this order', async () => {
    expect(calls.length).toBeGreaterThan(3);
    for (const command of calls) {
      const here = command.replaceAll('http://127.0.0.1:4010', mock.url);
      const line = here.replace(/^curl/, "curl -sS --max-time 60 -w '\\n%{http_code}'");
      const { stdout } = await run('sh', ['-c', line]);
      const status = stdout.split('\n').at(-1);
      const [, requested] = /code=(\d+)/.exec(command) ?? [];
      expect(status, command).toMatch(requested ?? /^20[0-4]$/);
      const control = `${mock.url}/_sandbox/workspaces/ent_sandbox`;
      await fetch(`${control}/drain`, { method: 'POST' });
      await fetch(`${control}/faults`, { method: 'DELETE' });
      if (!command.endsWith('/ingestions')) continue;
      const [{ outcome, remarks }] = JSON.parse(stdout.replace(/\n\d+$/, '')).data;
      expect(outcome).toBe('PARTIAL');
      expect(remarks).toMatchObject([{ field: 'fields.City' }, { field: 'actions[0].type' }]);
    }
  });

  it.each(blocks('ts'))('has code that runs:\n%s', async (code) => {
    const cwd = fileURLToPath(new URL('..', import.meta.url));
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', code], { cwd });
    expect(stdout).toMatch(/^200 \{/);
  });

  it.each([
    ...begins('npx').map((command) => command.replace(/^npx \S+|&$/g, '')),
    ...begins('docker run').map((command) => command.replace(/^.*telecrm-mock(?= )/, '')),
  ])('starts the mock with valid flags:%s', (flags) => {
    expect(parseCommand(flags.trim().split(' '))).toHaveProperty('options.port', 4010);
  });

  it('builds the image like the Dockerfile', () => {
    const dockerfile = readFileSync(new URL('../Dockerfile', import.meta.url), 'utf8');
    expect(begins('docker build')).not.toEqual([]);
    for (const command of begins('docker build')) expect(dockerfile).toContain(command);
  });

  it.each([...begins('docker compose'), ...begins('kubectl')])(
    'deploys existing files, which have their own tests: %s',
    (command) => {
      const [, file = ''] = /--file(?:name)? (\S+)/.exec(command) ?? [];
      expect(existsSync(new URL(`../../../${file}`, import.meta.url))).toBe(true);
    },
  );

  it('has no other commands', () => {
    const words = [
      'curl',
      'export',
      'npx',
      'docker run',
      'docker build',
      'docker compose',
      'kubectl',
    ];
    const known = words.flatMap(begins);
    expect(known.toSorted()).toEqual(commands.toSorted());
  });

  it.each(blocks('python'))(
    'has Python that runs with the variables above it:\n%s',
    async (code) => {
      const env = Object.fromEntries(
        Object.entries(variables).map(([name, value = '']) => [
          name,
          value.replace('http://127.0.0.1:4010', mock.url),
        ]),
      );
      const { stdout } = await run('python3', ['-c', code], { env: { ...process.env, ...env } });
      expect(stdout).toBe('1 leads are won\n');
    },
  );

  it('sets the same variables in the CI job', () => {
    const jobs = blocks('yaml').flatMap((text) => parse(text).jobs?.test ?? []);
    expect(jobs.map(({ env }) => env)).toEqual([variables]);
    expect(variables).toMatchObject({
      TELECRM_ENTERPRISE_ID: defaultCredentials.enterpriseId,
      TELECRM_SYNC_TOKEN: defaultCredentials.syncToken,
      TELECRM_ASYNC_TOKEN: defaultCredentials.asyncToken,
    });
  });

  it('names existing metrics', async () => {
    const { url } = mock;
    await fetch(`${url}/_sandbox/live`);
    const text = await (await fetch(`${url}/_sandbox/metrics`)).text();
    const named = readme.match(/\b(?:telecrm_sandbox|nodejs)_\w+/g) ?? [];
    expect(named.length).toBeGreaterThan(5);
    for (const name of named) expect(text).toContain(`# TYPE ${name} `);
  });

  it('names every flag, and no unknown one', () => {
    const help = parseCommand(['--help']);
    const inHelp = 'text' in help ? help.text.match(/--[a-z-]+/g) : [];
    const named = readme.replaceAll(/^```.*?^```/gms, '').match(/--[a-z][a-z-]+/g);
    expect(new Set(named)).toEqual(new Set(inHelp));
  });
});
