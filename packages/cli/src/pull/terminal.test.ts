import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestFolder } from '../testing/cli.ts';
import { keys, startInTerminal } from '../testing/pty.ts';
import { createTestSandbox, type TestSandbox } from '../testing/sandbox.ts';

const file = 'telecrm.workspace.json';
let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await createTestSandbox();
});
afterAll(() => sandbox[Symbol.asyncDispose]());

it('asks once for settings that no endpoint returns, and checks the answers', async () => {
  await using folder = await createTestFolder();
  const session = startInTerminal(folder.path, ['pull'], await sandbox.env());
  await session.waitFor('Which country');
  session.type(`${keys.backspace.repeat(2)}xx${keys.enter}`);
  await session.waitFor('send a country code');
  session.type(`${keys.backspace.repeat(2)}AE${keys.enter}`);
  await session.waitFor('show dates');
  session.type(keys.enter);
  await session.waitFor('Which time zone');
  session.type(keys.enter);
  await session.waitFor(`Wrote ${file}`);
  expect(await session.exitCode).toBe(0);
  expect(JSON.parse(await folder.read(file))).toMatchObject({
    defaultCountry: 'AE',
    dateFormat: 'dd/MM/yyyy HH:mm:ss',
    timeZone: 'Asia/Kolkata',
  });
});

it('exits with 130 and writes nothing after Ctrl-C at a question', async () => {
  await using folder = await createTestFolder();
  const session = startInTerminal(folder.path, ['pull'], await sandbox.env());
  await session.waitFor('Which country');
  session.type(keys.ctrlC);
  expect(await session.exitCode).toBe(130);
  await expect(folder.read(file)).rejects.toThrow('ENOENT');
});

it('exits with 130 and does not change the file after Ctrl-C during the pull', async () => {
  await using folder = await createTestFolder();
  const settings = { defaultCountry: 'IN', dateFormat: 'dd/MM/yyyy', timeZone: 'Asia/Kolkata' };
  const before = JSON.stringify(settings);
  await folder.write(file, before);
  const { env, workspace } = await sandbox.create();
  await workspace.faults.add({ operationId: 'getLeadStagePipeline', delayMs: 60_000 });
  const session = startInTerminal(folder.path, ['pull'], env);
  await session.waitFor('Reading: ');
  session.type(keys.ctrlC);
  expect(await session.exitCode).toBe(130);
  expect(await folder.read(file)).toBe(before);
});

it('prints errors in color in a terminal, and without color with NO_COLOR', async () => {
  await using folder = await createTestFolder();
  const colored = startInTerminal(folder.path, ['types'], {});
  expect(await colored.exitCode).toBe(2);
  expect(colored.output()).toContain('\u001b[31merror');
  const plain = startInTerminal(folder.path, ['types'], { NO_COLOR: '1' });
  expect(await plain.exitCode).toBe(2);
  expect(plain.output()).toContain('error: there is no');
  expect(plain.output()).not.toContain('\u001b[');
});
