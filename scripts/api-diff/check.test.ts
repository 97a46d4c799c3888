import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { acceptBaseline, type Change, changesSince } from '@telecrm/api-diff';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkApi, compareWithDeclared } from './check.ts';

const colors = ['red', 'green'];

function api(enumeration: string[], more: object = {}, path = '/thing'): string {
  const schema = { type: 'object', properties: { color: { type: 'string', enum: enumeration } } };
  const operation = {
    operationId: 'createThing',
    requestBody: { content: { 'application/json': { schema } } },
    responses: { 200: { description: 'Done.' } },
    ...more,
  };
  // JSON is valid YAML.
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Things', version: '0.0.0' },
    paths: { [path]: { post: operation } },
  });
}

let root: string;

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

function git(...args: string[]): void {
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
  execFileSync('git', [...who, ...args], { cwd: root, stdio: 'pipe' });
}

function declare(size: string): void {
  write('.changeset/a-change.md', `---\n"@telecrm/spec": ${size}\n---\n\nSomething changed.\n`);
}

/** The files and the history that each test starts with. */
const repository = mkdtempSync(join(tmpdir(), 'telecrm-check-'));
/** The baseline of these files. Creating it takes Redocly some time. */
const baseline = mkdtempSync(join(tmpdir(), 'telecrm-check-'));

beforeAll(async () => {
  root = repository;
  write('package.json', '{ "name": "root", "private": true }');
  write('pnpm-workspace.yaml', 'packages: [spec]\n');
  write('.changeset/config.json', '{}');
  write('spec/package.json', '{ "name": "@telecrm/spec", "version": "1.0.0" }');
  write('spec/async/openapi.yaml', api(colors));
  write('spec/sync/openapi.yaml', api(colors));
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git('commit', '--quiet', '--message=Release');
  cpSync(root, baseline, { recursive: true });
  await acceptBaseline(baseline);
});
afterAll(() => {
  for (const folder of [repository, baseline]) rmSync(folder, { recursive: true, force: true });
});

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'telecrm-check-'));
  cpSync(repository, root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('before the first release', () => {
  beforeEach(() => {
    // The objects of Git are read-only, so only root could overwrite them.
    rmSync(root, { recursive: true });
    cpSync(baseline, root, { recursive: true });
  });

  it('passes if the API equals the baseline', async () => {
    expect(await checkApi(root)).toEqual({
      report: 'The API has not changed since packages/api-diff/baseline.',
      fits: true,
    });
  });

  it('passes if only a text has changed', async () => {
    write('spec/sync/openapi.yaml', api(colors, { summary: 'Creates a thing' }));
    expect((await checkApi(root)).fits).toBe(true);
  });

  it.each([
    ['a value that is removed', api(['red']), 'major  sync POST /thing'],
    ['a value that is added', api([...colors, 'blue']), 'patch  sync POST /thing'],
    ['an operation that is removed', api(colors, {}, '/other'), 'major  sync /thing: removed'],
  ])('fails for %s, even with a changeset, until it is accepted', async (_, planted, line) => {
    write('spec/sync/openapi.yaml', planted);
    declare('major');
    const { report, fits } = await checkApi(root);
    expect(fits).toBe(false);
    expect(report).toContain(line);
    expect(report).toContain('pnpm api:diff --accept');
    await acceptBaseline(root);
    expect((await checkApi(root)).fits).toBe(true);
  });

  it('exits with 1 until the change is accepted by `--accept`', () => {
    const command = (...args: string[]) => {
      const script = join(import.meta.dirname, '../api-diff.ts');
      const { status, stdout } = spawnSync(process.execPath, [script, ...args], {
        cwd: root,
        encoding: 'utf8',
      });
      return { status, stdout };
    };
    write('spec/sync/openapi.yaml', api(['red']));
    expect(command()).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('major  sync POST /thing'),
    });
    expect(command('--accept')).toMatchObject({ status: 0 });
    expect(command()).toMatchObject({ status: 0 });
  });

  it('fails without a baseline', async () => {
    rmSync(join(root, 'packages'), { recursive: true });
    expect((await checkApi(root)).fits).toBe(false);
  });
});

it('rejects an unreadable changeset, even before the first release', async () => {
  write('.changeset/a-change.md', '---\n\n## "@telecrm/spec": minor\n\nFormatted to pieces.\n');
  await expect(checkApi(root)).rejects.toThrow('could not parse changeset');
});

describe('after a release', () => {
  beforeEach(() => git('tag', '@telecrm/spec@1.0.0'));

  it('passes if the API is unchanged', async () => {
    expect(await checkApi(root)).toEqual({
      report: 'The API has not changed since @telecrm/spec@1.0.0.',
      fits: true,
    });
  });

  describe('if a value is removed, which breaks callers', () => {
    const release = { tag: '@telecrm/spec@1.0.0', version: '1.0.0' };
    let changes: Change[] | undefined;
    beforeEach(async () => {
      write('spec/sync/openapi.yaml', api(['red']));
      changes ??= (await changesSince([release], root)).flat();
    });
    const check = () => compareWithDeclared(root, release, changes ?? []);

    it('fails without a changeset, and names the operation and the changed part', async () => {
      const { report, fits } = await check();
      expect(fits).toBe(false);
      expect(report).toContain('major  sync POST /thing');
      expect(report).toContain("'green'");
      expect(report).toContain('choose major for @telecrm/spec');
    });

    it('fails with a changeset that is too small', async () => {
      declare('minor');
      const { report, fits } = await check();
      expect(fits).toBe(false);
      expect(report).toContain('only minor is declared');
    });

    it('passes with a major changeset', async () => {
      declare('major');
      expect((await check()).fits).toBe(true);
    });

    it('passes once the version has been raised by a major step', async () => {
      write('spec/package.json', '{ "name": "@telecrm/spec", "version": "2.0.0" }');
      expect((await check()).fits).toBe(true);
    });
  });

  describe('if an optional parameter is added', () => {
    const name = { name: 'shade', in: 'query', schema: { type: 'string' } };
    beforeEach(() => write('spec/async/openapi.yaml', api(colors, { parameters: [name] })));

    it('requires a minor changeset', async () => {
      const release = { tag: '@telecrm/spec@1.0.0', version: '1.0.0' };
      const changes = (await changesSince([release], root)).flat();
      const check = () => compareWithDeclared(root, release, changes);
      expect((await check()).report).toContain('choose minor for @telecrm/spec');
      declare('patch');
      expect((await check()).fits).toBe(false);
      declare('minor');
      expect((await check()).fits).toBe(true);
      expect((await checkApi(root)).fits).toBe(true);
    });
  });

  it('compares with the newest of several releases', async () => {
    write('spec/sync/openapi.yaml', api(['red']));
    write('spec/package.json', '{ "name": "@telecrm/spec", "version": "10.0.0" }');
    git('commit', '--quiet', '--all', '--message=Break');
    git('tag', '@telecrm/spec@10.0.0');
    git('tag', '@telecrm/spec@9.0.0', 'HEAD~1');
    expect((await checkApi(root)).report).toContain('@telecrm/spec@10.0.0');
  });
});
