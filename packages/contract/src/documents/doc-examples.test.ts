/** Compiles and runs the examples in the doc comments of the packages that have no test of their own for them. */
import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, expect, it } from 'vitest';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../../../', import.meta.url));
// Inside this package, where imports are resolved.
const folder = fileURLToPath(new URL('../../reports/doc-examples/', import.meta.url));

// Declarations contain the comments as users see them, including those of generated code.
const declarations = globSync(
  ['spec', 'packages/workspace', 'packages/sandbox', 'apps/mock'].map(
    (name) => `${name}/dist/**/*.d.ts`,
  ),
  { cwd: root, exclude: (name) => name.endsWith('/cjs') },
).sort();
const examples = (await Promise.all(declarations.map(examplesOf))).flat();

async function examplesOf(path: string): Promise<{ name: string; code: string }[]> {
  const text = await readFile(root + path, 'utf8');
  const found = [...text.matchAll(/^(?<margin> *\* )```ts\n(?<code>.*?)^\k<margin>```$/gms)];
  return found.map(({ groups }, index) => ({
    name: `${path.replaceAll(/\W+/g, '-')}-${index}.ts`,
    code: (groups?.code ?? '').replaceAll(/^ *\* ?/gm, ''),
  }));
}

beforeAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const { name, code } of examples) await writeFile(folder + name, `${code}\nexport {};\n`);
  const config = { extends: '../../tsconfig.json', include: ['*.ts'] };
  await writeFile(`${folder}tsconfig.json`, JSON.stringify(config));
  const imports = examples.map(
    ({ name }) => `console.log('> ${name}');\nawait import('./${name}');`,
  );
  await writeFile(`${folder}all.mjs`, imports.join('\n'));
});

it('finds the examples of every package', () => {
  expect(examples.length).toBeGreaterThan(40);
});

it('they compile', async () => {
  const { stdout } = await run('tsc', ['-p', folder]).catch((failed) => failed);
  expect(stdout).toBe('');
});

it('they run, and end', async () => {
  const {
    code = 0,
    stdout,
    stderr,
  } = await run(process.execPath, [`${folder}all.mjs`]).catch((failed) => failed);
  expect(code, `${stdout.split('\n> ').at(-1)}${stderr}`).toBe(0);
});
