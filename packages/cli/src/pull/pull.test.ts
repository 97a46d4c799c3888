import { defaultDefinition, type WorkspaceDefinition } from '@telecrm/workspace';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestFolder, type TestFolder } from '../testing/cli.ts';
import { createTestSandbox, type TestSandbox } from '../testing/sandbox.ts';
import { largeWorkspace } from '../testing/workspaces.ts';

const file = 'telecrm.workspace.json';
const settings = [
  ...['--country', 'IN', '--date-format', 'dd/MM/yyyy HH:mm:ss'],
  ...['--time-zone', 'Asia/Kolkata'],
];
let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await createTestSandbox();
});
afterAll(() => sandbox[Symbol.asyncDispose]());

async function pulled(folder: TestFolder, env: Record<string, string>, ...args: string[]) {
  const result = await folder.telecrm(['pull', ...args], { env });
  expect(result).toMatchObject({ code: 0, stderr: '' });
  return JSON.parse(await folder.read(file));
}

it('writes the workspace without timestamps and versions, and the same bytes again', async () => {
  await using folder = await createTestFolder();
  const env = await sandbox.env();
  const content = await pulled(folder, env, ...settings);
  const { customFields, customActions, teamMembers, pipeline } = defaultDefinition;
  const { creationTimestamp, modificationTimestamp, lastModifiedBy, version, ...stages } = pipeline;
  // The API does not list deleted members.
  const team = teamMembers.filter(({ status }) => status !== 'Deleted');
  expect(content).toEqual({
    enterpriseId: env.TELECRM_ENTERPRISE_ID,
    defaultCountry: 'IN',
    dateFormat: 'dd/MM/yyyy HH:mm:ss',
    timeZone: 'Asia/Kolkata',
    customFields: customFields.toSorted((a, b) => (a.apiName < b.apiName ? -1 : 1)),
    customActions,
    pipeline: stages,
    teamMembers: team.toSorted((a, b) => (a.email < b.email ? -1 : 1)),
  });

  const text = await folder.read(file);
  const again = await folder.telecrm(['pull'], { env });
  expect(again).toMatchObject({ code: 0, stdout: `${file} is up to date.\n` });
  await folder.telecrm(['pull', 'other.json', ...settings], { env });
  expect(await folder.read('other.json')).toBe(text);
});

it.each<[string, WorkspaceDefinition]>([
  ['the default one', {}],
  ['a large one', { ...largeWorkspace(60, 8), seats: 1000 }],
  [
    'one with another identifier',
    {
      customFields: [{ apiName: 'email', type: 'email', isLeadid: true, description: 'Login' }],
      customActions: [],
      teamMembers: [],
    },
  ],
])('preserves a workspace from sandbox to file to sandbox: %s', async (_, definition) => {
  await using folder = await createTestFolder();
  const env = await sandbox.env(definition);
  const content = await pulled(folder, env, ...settings);
  const { enterpriseId: _own, ...rest } = content;
  const copy = await sandbox.env(rest);
  const { code, stdout } = await folder.telecrm(['pull', '--check', '--json'], { env: copy });
  expect(JSON.parse(stdout).differences).toEqual([
    {
      kind: 'setting',
      name: 'enterpriseId',
      change: 'changed',
      detail: `${env.TELECRM_ENTERPRISE_ID} → ${copy.TELECRM_ENTERPRISE_ID}`,
    },
  ]);
  expect(code).toBe(1);
});

it('names each differing field, option, status and action, and writes nothing with --check', async () => {
  await using folder = await createTestFolder();
  const env = await sandbox.env();
  const content = await pulled(folder, env, ...settings);
  expect(await folder.telecrm(['pull', '--check'], { env })).toMatchObject({
    code: 0,
    stdout: `${file} is up to date with the workspace.\n`,
  });

  content.customFields = content.customFields.filter(
    ({ apiName }: { apiName: string }) => apiName !== 'interests',
  );
  content.customFields.push({ apiName: 'old', type: 'text' });
  content.customFields[0].options = ['Website', 'Billboard'];
  content.customFields[1].type = 'text';
  content.customActions[0].fieldSchema.note.type = 'number';
  content.customActions.pop();
  content.pipeline.leadStages[0].activeStatuses.pop();
  content.pipeline.activeLeadLostReasons[0].reasonLabel = 'Too far';
  content.teamMembers[0].permission_template_name = 'Boss';
  await folder.write(file, content);
  const text = await folder.read(file);
  const { code, stdout } = await folder.telecrm(['pull', '--check'], { env });
  expect({ code, lines: stdout.trim().split('\n').sort() }).toEqual({
    code: 1,
    lines: [
      '+ action ACTION_1002',
      '+ field interests',
      '+ lost reason Price too high',
      '+ option contact_source: Cold Call',
      '+ option contact_source: Referral',
      '+ status Qualified',
      '- field old',
      '- lost reason Too far',
      '- option contact_source: Billboard',
      `${file} is out of date: run telecrm pull, and then telecrm types.`,
      '~ field ACTION_1001 note: type number → text',
      '~ field deal_size: type text → number',
      '~ member agent@company.com',
    ].sort(),
  });
  expect(await folder.read(file)).toBe(text);
});

it('preserves parts of the file that telecrm does not return', async () => {
  await using folder = await createTestFolder();
  const env = await sandbox.env({ customFields: [{ apiName: 'segment', type: 'tags' }] });
  const content = await pulled(folder, env, '--country', 'AE', ...settings.slice(2));
  content.$schema = './schema.json';
  content.seats = 7;
  content.customFields[0].description = 'Ours alone';
  content.teamMembers[0].status = 'On Leave';
  content.pipeline.version = 12;
  // Something has to differ, or the file is not written again.
  const { customActions, teamMembers } = content;
  const [member, ...others] = teamMembers;
  await folder.write(file, {
    ...content,
    customActions: customActions.slice(0, -1),
    teamMembers: [{ ...member, email: member.email.toUpperCase() }, ...others],
  });
  const after = await pulled(folder, env);
  expect(after).toEqual(content);
  expect(after).toMatchObject({ $schema: './schema.json', seats: 7, defaultCountry: 'AE' });
});

it('omits the team with --no-team, now and in the next pull, until --team', async () => {
  await using folder = await createTestFolder();
  const env = await sandbox.env();
  expect(await pulled(folder, env, '--no-team', ...settings)).not.toHaveProperty('teamMembers');
  expect(await folder.read(file)).not.toMatch(/example\.com|9199/);
  expect(await pulled(folder, env)).not.toHaveProperty('teamMembers');
  expect(await folder.telecrm(['pull', '--check'], { env })).toMatchObject({ code: 0 });
  expect(await pulled(folder, env, '--team')).toHaveProperty('teamMembers');
  expect(await pulled(folder, env, '--no-team')).not.toHaveProperty('teamMembers');
});

it('never guesses settings that no endpoint returns', async () => {
  await using folder = await createTestFolder();
  const env = await sandbox.env();
  const without = await folder.telecrm(['pull'], { env });
  expect(without.code).toBe(2);
  expect(without.stderr).toContain('Pass it once with --country, for example --country "IN"');
  const wrong = await folder.telecrm(['pull', '--country', 'India'], { env });
  expect(wrong).toMatchObject({ code: 2, stdout: '' });
  expect(wrong.stderr).toContain('error: --country is invalid (a string): send a country code');
});

it('rejects --check without a file as misuse', async () => {
  await using folder = await createTestFolder();
  const env = await sandbox.env();
  const { code, stderr } = await folder.telecrm(['pull', '--check'], { env });
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr:
      'error: there is no telecrm.workspace.json\nRun `telecrm pull` without --check to write it.\n',
  });
});

it('reports all missing variables together, and reads them from --env-file', async () => {
  await using folder = await createTestFolder();
  const missing = await folder.telecrm(['pull', ...settings]);
  expect(missing.code).toBe(2);
  expect(missing.stderr).toContain('TELECRM_ENTERPRISE_ID');
  expect(missing.stderr).toContain('TELECRM_SYNC_TOKEN');

  const env = await sandbox.env();
  const lines = Object.entries(env).map(([name, value]) => `${name}="${value}"`);
  await folder.write('.env.sandbox', lines.join('\n'));
  const args = ['pull', ...settings, '--env-file', '.env.sandbox'];
  expect(await folder.telecrm(args)).toMatchObject({ code: 0 });
  // A variable that is already set takes precedence.
  const other = await folder.telecrm(args, { env: { TELECRM_SYNC_TOKEN: 'another-token' } });
  expect(other.code).toBe(2);
  const none = await folder.telecrm(['pull', '--env-file', 'nowhere']);
  expect(none.stderr).toContain('there is no nowhere');
});

it('reports a rejected token as misuse, and a missing server as unreachable', async () => {
  await using folder = await createTestFolder();
  const env = await sandbox.env();
  const token = 'not-a-token-of-this-workspace';
  const rejected = await folder.telecrm(['pull', ...settings], {
    env: { ...env, TELECRM_SYNC_TOKEN: token },
  });
  expect(rejected.code).toBe(2);
  expect(rejected.stderr).toMatch(/401 NOT_AUTHORIZED.*\n.*telecrm doctor/);
  expect(rejected.stderr).not.toContain(token);

  const gone = await folder.telecrm(['pull', ...settings], {
    env: { ...env, TELECRM_SYNC_URL: 'http://127.0.0.1:1/autoupdate/v2' },
  });
  expect(gone.code).toBe(3);
  expect(gone.stderr).toContain('telecrm cannot be reached');
});

it('reports a file that cannot be read or written as misuse', async () => {
  await using folder = await createTestFolder();
  const env = await sandbox.env();
  const unreadable = await folder.telecrm(['pull', '.', ...settings], { env });
  expect(unreadable).toMatchObject({
    code: 2,
    stderr: 'error: . cannot be read (EISDIR)\nIt is a directory: pass the name of a file.\n',
  });
  const unwritable = await folder.telecrm(['pull', 'no/such/file.json', ...settings], { env });
  expect(unwritable).toMatchObject({
    code: 2,
    stderr:
      'error: no/such/file.json cannot be written (ENOENT)\nIts folder does not exist: create it first, or use another name.\n',
  });
});
