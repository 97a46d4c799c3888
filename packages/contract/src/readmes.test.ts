/** What the READMEs show that no package tests by itself. */
import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { sandbox } from '@telecrm/mock';
import { describe, expect, it } from 'vitest';
import { sandboxForThisFile } from './workspace.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../../', import.meta.url));
const readmes = ['README.md', 'spec/README.md', 'packages/workspace/README.md'];
// Inside this package, so that imports are found.
const folder = fileURLToPath(new URL('../reports/readmes/', import.meta.url));

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
  it('compiles', async () => {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    for (const { file, text } of code) await writeFile(folder + file, `${text}\nexport {};\n`);
    const config = { extends: '../../tsconfig.json', include: ['*.ts'] };
    await writeFile(`${folder}tsconfig.json`, JSON.stringify(config));
    const { stdout } = await run('tsc', ['-p', folder]).catch((failed) => failed);
    expect(stdout).toBe('');
  });

  it.each(code)('runs: $file', async ({ file }) => {
    const env = {
      ...process.env,
      TELECRM_ENTERPRISE_ID: sandbox.enterpriseId,
      TELECRM_SYNC_TOKEN: sandbox.tokens.sync,
      TELECRM_SYNC_URL: mock.baseUrls.sync,
    };
    const { stderr } = await run(process.execPath, [folder + file], { env });
    expect(stderr).toBe('');
  });
});

describe('commands of the README', () => {
  it.each(commands)('%s', async (command) => {
    const { packageManager, scripts } = JSON.parse(await readFile(`${root}package.json`, 'utf8'));
    const [, pnpm, script = ''] = command.match(/^npx -y (\S+) (\w+)/) ?? [];
    if (pnpm !== undefined) {
      expect(pnpm).toBe(packageManager);
      expect(scripts).toHaveProperty(script);
    } else if (command.startsWith('curl ')) {
      const here = command.replace('http://127.0.0.1:4010', mock.url);
      await run('sh', ['-c', `${here} --fail --silent --show-error --max-time 10`]);
    } else {
      expect(['npm install @telecrm/client', 'npx @telecrm/mock --port 4010']).toContain(command);
    }
  });
});
