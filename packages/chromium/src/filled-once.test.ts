import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { filledOnce } from './filled-once.ts';

let parent: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'telecrm-filled-once-'));
});
afterEach(() => rm(parent, { recursive: true }));

const write = (text: string) => (fresh: string) => writeFile(join(fresh, 'file'), text);
const read = (folder: string) => readFile(join(folder, 'file'), 'utf8');

test('who comes first fills the folder, who comes next finds it filled', async () => {
  const cache = join(parent, 'cache');
  expect(await read(await filledOnce(cache, 'one', write('first')))).toBe('first');
  expect(await read(await filledOnce(cache, 'one', write('second')))).toBe('first');
  expect(await readdir(cache)).toEqual(['one']);
});

test('who is overtaken takes what is there', async () => {
  const folder = await filledOnce(parent, 'one', async (fresh, place) => {
    await write('slow')(fresh);
    await mkdir(place);
    await write('fast')(place);
  });
  expect(await read(folder)).toBe('fast');
  expect(await readdir(parent)).toEqual(['one']);
});

test('who fails leaves nothing behind', async () => {
  const failing = filledOnce(parent, 'one', () => Promise.reject(new Error('the disk is full')));
  await expect(failing).rejects.toThrow('the disk is full');
  expect(await readdir(parent)).toEqual([]);
});
