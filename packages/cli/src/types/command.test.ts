import { expect, it } from 'vitest';
import { createTestFolder } from '../testing/cli.ts';

const file = 'telecrm.workspace.json';
const workspace = { customFields: [{ apiName: 'city', type: 'dropdown', options: ['Pune'] }] };

it('writes the types of the workspace file, and the same bytes again', async () => {
  await using folder = await createTestFolder();
  await folder.write(file, workspace);
  expect(await folder.telecrm(['types'])).toEqual({
    code: 0,
    stdout: 'Wrote telecrm.d.ts.\n',
    stderr: '',
  });
  const types = await folder.read('telecrm.d.ts');
  expect(types).toContain("city?: LeadOptions['city'] | NewOption;");
  const again = await folder.telecrm(['types']);
  expect(again).toMatchObject({ code: 0, stdout: 'telecrm.d.ts is up to date.\n' });
  expect(await folder.read('telecrm.d.ts')).toBe(types);
});

it('compares, names differences and writes nothing with --check', async () => {
  await using folder = await createTestFolder();
  await folder.write(file, workspace);
  const missing = await folder.telecrm(['types', '--check']);
  expect(missing).toMatchObject({ code: 1 });
  expect(missing.stdout).toContain('telecrm.d.ts: missing\n');

  await folder.telecrm(['types']);
  expect(await folder.telecrm(['types', '--check'])).toMatchObject({ code: 0 });

  await folder.write(file, { customFields: [{ apiName: 'town', type: 'text' }] });
  const before = await folder.read('telecrm.d.ts');
  const { code, stdout } = await folder.telecrm(['types', '--check']);
  expect(code).toBe(1);
  expect(stdout).toContain('LeadFields.town: missing\n');
  expect(stdout).toContain('LeadFields.city: not in telecrm.workspace.json\n');
  expect(stdout).toContain('run telecrm types');
  expect(await folder.read('telecrm.d.ts')).toBe(before);
});

it('prints one object with --json, and uses other files with --out and --workspace', async () => {
  await using folder = await createTestFolder();
  await folder.write('mine.json', workspace);
  const args = ['types', '--json', '--workspace', 'mine.json', '--out', 'crm.d.ts'];
  const { stdout } = await folder.telecrm(args);
  expect(JSON.parse(stdout)).toEqual({
    ok: true,
    file: 'crm.d.ts',
    changed: true,
    differences: [{ name: 'crm.d.ts', kind: 'missing' }],
  });
  const check = await folder.telecrm([...args, '--check']);
  expect(JSON.parse(check.stdout)).toEqual({ ok: true, file: 'crm.d.ts', differences: [] });
});

it('explains how to create a missing workspace file', async () => {
  await using folder = await createTestFolder();
  const { code, stdout, stderr } = await folder.telecrm(['types']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('there is no telecrm.workspace.json');
  expect(stderr).toContain('telecrm pull');
});

it('reports a folder that is not writable as misuse', async () => {
  await using folder = await createTestFolder();
  await folder.write(file, workspace);
  const { code, stderr } = await folder.telecrm(['types', '--out', 'no/such/folder/x.d.ts']);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr:
      'error: no/such/folder/x.d.ts cannot be written (ENOENT)\nIts folder does not exist: create it first, or use another name.\n',
  });
  expect(await folder.telecrm(['types', '--out', '.'])).toMatchObject({
    code: 2,
    stderr: 'error: . cannot be read (EISDIR)\nIt is a directory: pass the name of a file.\n',
  });
});
