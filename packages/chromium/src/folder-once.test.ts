import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFolderOnce } from './folder-once.ts';

let parent: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'telecrm-folder-once-'));
});
afterEach(() => rm(parent, { recursive: true }));

const write = (text: string) => (folder: string) => writeFile(join(folder, 'file'), text);
const read = (folder: string) => readFile(join(folder, 'file'), 'utf8');

it('fills the folder once', async () => {
  const cache = join(parent, 'cache');
  expect(await read(await createFolderOnce(cache, 'one', write('first')))).toBe('first');
  expect(await read(await createFolderOnce(cache, 'one', write('second')))).toBe('first');
  expect(await readdir(cache)).toEqual(['one']);
});

it('uses the folder of another process that was faster', async () => {
  const folder = await createFolderOnce(parent, 'one', async (temporary, path) => {
    await write('slow')(temporary);
    await mkdir(path);
    await write('fast')(path);
  });
  expect(await read(folder)).toBe('fast');
  expect(await readdir(parent)).toEqual(['one']);
});

it('leaves nothing behind if filling fails', async () => {
  const failing = createFolderOnce(parent, 'one', () =>
    Promise.reject(new Error('the disk is full')),
  );
  await expect(failing).rejects.toThrow('the disk is full');
  expect(await readdir(parent)).toEqual([]);
});
