/** Tests the commands and code of READMEs that no package tests. */
import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { defaultCredentials } from '@telecrm/mock';
import { beforeAll, describe, expect, it } from 'vitest';
import { sandboxForThisFile } from '../workspace.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../../../', import.meta.url));
const readmes = [
  'README.md',
  'spec/README.md',
  'packages/workspace/README.md',
  'packages/sandbox/README.md',
];
// Inside this package, where imports are resolved.
const folder = fileURLToPath(new URL('../../reports/readmes/', import.meta.url));

const code = (await Promise.all(readmes.map((readme) => blocks(readme, 'ts')))).flat();
const commands = (await blocks('README.md', 'sh')).flatMap(({ text }) => text.split(/\n(?! )/));
const mock = await sandboxForThisFile();

interface Block {
  file: string;
  text: string;
}

async function blocks(readme: string, language: string): Promise<Block[]> {
  const text = await readFile(`${root}${readme}`, 'utf8');
  const found = [...text.matchAll(/^```(\w+)\n(.*?)^```/gms)];
  return found.flatMap(([, kind, inner = ''], index) =>
    kind === language
      ? [{ file: `${readme.replaceAll(/\W/g, '-')}-${index}.ts`, text: inner.trim() }]
      : [],
  );
}

describe('TypeScript of the READMEs', () => {
  beforeAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    for (const { file, text } of code) await writeFile(folder + file, `${text}\nexport {};\n`);
    const config = { extends: '../../tsconfig.json', include: ['*.ts'] };
    await writeFile(`${folder}tsconfig.json`, JSON.stringify(config));
  });

  it('compiles', async () => {
    const { stdout } = await run('tsc', ['-p', folder]).catch((failed) => failed);
    expect(stdout).toBe('');
  });

  it.each(code)('runs: $file', async ({ file }) => {
    const env = {
      ...process.env,
      TELECRM_ENTERPRISE_ID: defaultCredentials.enterpriseId,
      TELECRM_SYNC_TOKEN: defaultCredentials.syncToken,
      TELECRM_SYNC_URL: mock.baseUrls.sync,
    };
    const { stderr } = await run(process.execPath, [folder + file], { env });
    expect(stderr).toBe('');
  });
});

describe('commands of the README', () => {
  it.each(commands.filter((command) => command.startsWith('curl ')))('%s', async (command) => {
    const here = command.replace('http://127.0.0.1:4010', mock.url);
    await run('sh', ['-c', `${here} --fail --silent --show-error --max-time 10`]);
  });
});

describe('scripts named in texts', () => {
  const manifests = new Map(
    globSync('{.,spec,apps/*,packages/*}/package.json', { cwd: root }).map((file) => {
      const { name, scripts, packageManager } = JSON.parse(readFileSync(root + file, 'utf8'));
      return [String(name), { scripts, packageManager }];
    }),
  );
  const { packageManager } = manifests.get('telecrm-api') ?? {};
  const texts = globSync('{.,spec,apps/*,packages/*}/*.md', { cwd: root }).filter(
    (file) => !file.endsWith('CHANGELOG.md') && /pnpm /.test(readFileSync(root + file, 'utf8')),
  );

  it.each(texts)('in %s exist', (file) => {
    const text = readFileSync(root + file, 'utf8');
    const named = text.matchAll(
      /(?:`|^)(?:npx -y )?(pnpm(?:@\S+)?) (?:--filter (\S+) )?([a-z][\w:-]*)/gm,
    );
    for (const [, pnpm, name = 'telecrm-api', script] of named) {
      expect(['pnpm', packageManager]).toContain(pnpm);
      expect(Object.keys(manifests.get(name)?.scripts ?? {})).toContain(script);
    }
  });

  it('are listed in CONTRIBUTING', () => {
    expect(texts).toContain('CONTRIBUTING.md');
  });
});
