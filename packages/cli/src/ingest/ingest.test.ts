import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestFolder } from '../testing/cli.ts';
import { setUpIngest } from '../testing/ingest.ts';
import { createTestSandbox, type TestSandbox } from '../testing/sandbox.ts';

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await createTestSandbox();
});
afterAll(() => sandbox[Symbol.asyncDispose]());

/** A folder with the file of the default workspace, and that workspace. */
const setUp = (definition?: object) => setUpIngest(sandbox, definition);

async function exists(folder: TestFolder, name: string): Promise<boolean> {
  return folder.read(name).then(
    () => true,
    () => false,
  );
}

const csv = [
  'Full Name,Mobile,Email ID,contact source,interests,deal_size,Notes,ACTION_1001.note',
  'Jane,919999999991,jane@example.com,website,"VIP, Returning",5,x,',
  'Sam,+91 99999 99992,,Referral,,,,Visited',
  'Bad,9.2E+11,,,,,,',
  'Worse,12,,,,,,',
  'Odd,919999999995,not an email,,,,,',
  'New,919999999996,,Billboard,,,,',
  '',
].join('\n');

it('maps columns, checks rows, sends valid ones and writes the others to a file', async () => {
  const { folder, workspace, ingest } = await setUp();
  await using _ = folder;
  await folder.write('leads.csv', csv);
  const { code, stdout, stderr } = await ingest('leads.csv', '--map', 'Notes=');
  expect(stderr).toBe('The mapping is saved in leads.csv.mapping.json.\n');
  expect({ code, stdout }).toEqual({
    code: 1,
    stdout: '6 rows: 2 queued, 4 not sent\nSee leads.failed.csv for the reasons.\n',
  });

  await workspace.drain();
  const { data } = await workspace.leads();
  expect(data.map(({ fields }) => fields)).toEqual([
    expect.objectContaining({ name: 'Sam', phone: '919999999992', contact_source: 'Referral' }),
    expect.objectContaining({
      ...{ name: 'Jane', phone: '919999999991', email: 'jane@example.com', deal_size: 5 },
      ...{ contact_source: 'Website', interests: ['VIP', 'Returning'] },
    }),
  ]);
  // Empty cells and omitted columns are not sent.
  const { data: ingestions } = await workspace.ingestions();
  expect(ingestions.map(({ request }) => request)).toContainEqual({
    fields: { name: 'Sam', phone: '+91 99999 99992', contact_source: 'Referral' },
    actions: [{ type: 'ACTION_1001', fields: { note: 'Visited' } }],
  });

  const failed = (await folder.read('leads.failed.csv')).split('\r\n');
  expect(failed[0]).toMatch(/^Full Name,Mobile,.*,telecrm_reason$/);
  expect(failed.slice(1, 5)).toEqual([
    expect.stringMatching(/^Bad,9\.2E\+11,.*phone is a number that Excel has rounded/),
    expect.stringMatching(/^Worse,12,.*fields\.phone: /),
    expect.stringMatching(/^Odd,919999999995,not an email,.*fields\.email: Email is invalid/),
    expect.stringMatching(
      /^New,919999999996,,Billboard,.*contact_source “Billboard” is not an option yet/,
    ),
  ]);

  // The fixed file can be sent; the column of reasons is not a field.
  const fixed = failed
    .join('\r\n')
    .replace('9.2E+11', '919999999993')
    .replace('Worse,12', 'Worse,919999999994')
    .replace('not an email', '');
  await folder.write('leads.failed.csv', fixed);
  const again = await ingest('leads.failed.csv', '--map', 'Notes=', '--new-options');
  expect(again).toMatchObject({ code: 0, stdout: '4 rows: 4 queued\n' });
  expect(await exists(folder, 'leads.failed.failed.csv')).toBe(false);
});

it('needs no token, and sends and writes nothing with --dry-run', async () => {
  const { folder, workspace } = await setUp();
  await using _ = folder;
  await folder.write('leads.csv', csv);
  const args = ['ingest', 'leads.csv', '--dry-run', '--ignore-unmapped'];
  const { code, stdout, stderr } = await folder.telecrm(args);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout.split('\n')).toEqual([
    expect.stringMatching(/^leads\.csv:4 phone is a number that Excel has rounded/),
    expect.stringMatching(/^leads\.csv:5 fields\.phone: /),
    expect.stringMatching(/^leads\.csv:6 fields\.email: Email is invalid/),
    expect.stringMatching(/^leads\.csv:7 contact_source “Billboard” is not an option yet/),
    '6 rows: 2 can be sent, 4 cannot',
    '',
  ]);
  const json = await folder.telecrm([...args, '--json', '--new-options']);
  expect(JSON.parse(json.stdout)).toMatchObject({ ok: false, rows: 6, sendable: 3, rejected: 3 });
  expect(await workspace.summary()).toMatchObject({ requests: 0 });
  for (const name of ['leads.csv.journal', 'leads.failed.csv', 'leads.csv.mapping.json']) {
    expect(await exists(folder, name)).toBe(false);
  }
});

it('sends nothing twice when started again', async () => {
  const { folder, workspace, ingest } = await setUp();
  await using _ = folder;
  await folder.write('leads.csv', 'phone\n919999999991\n919999999992\n');
  expect(await ingest('leads.csv')).toMatchObject({ code: 0, stdout: '2 rows: 2 queued\n' });
  const again = await ingest('leads.csv');
  expect(again).toEqual({
    code: 0,
    stdout: '2 rows: 2 queued\n',
    stderr: 'Resuming from leads.csv.journal.\n',
  });
  expect(await workspace.summary()).toMatchObject({ ingestions: 2 });
});

it('stores the mapping, and rejects another one for the same journal', async () => {
  const { folder, ingest } = await setUp();
  await using _ = folder;
  await folder.write('leads.csv', 'Who,No\nJane,919999999991\n');
  const unclear = await ingest('leads.csv');
  expect(unclear.code).toBe(2);
  expect(unclear.stderr).toContain('these columns match no field: “Who”, “No”');
  expect(unclear.stderr).toContain('--map "Who=field" --map "No=field"');

  const args = ['leads.csv', '--map', 'Who=name', '--map', 'No=phone'];
  expect(await ingest(...args)).toMatchObject({ code: 0 });
  expect(JSON.parse(await folder.read('leads.csv.mapping.json'))).toEqual({
    columns: { Who: 'name', No: 'phone' },
  });
  expect(await ingest('leads.csv')).toMatchObject({ code: 0 });
  const other = await ingest('leads.csv', '--map', 'Who=');
  expect(other.code).toBe(2);
  expect(other.stderr).toContain('columns were sent as other fields');
});

it('leaves the saved mapping as it is if the command is rejected', async () => {
  const { folder, ingest } = await setUp();
  await using _ = folder;
  await folder.write('leads.csv', 'Who,No\nJane,919999999991\n');
  await ingest('leads.csv', '--map', 'Who=name', '--map', 'No=phone');
  const saved = await folder.read('leads.csv.mapping.json');
  const other = ['leads.csv', '--map', 'Who=', '--map', 'No=phone'];

  const changed = await ingest(...other);
  expect(changed.stderr).toContain('columns were sent as other fields');
  expect(changed.stderr).not.toContain('The mapping is saved');

  await folder.write('leads.csv.journal.lock', String(process.pid));
  const locked = await ingest(...other);
  expect(locked).toMatchObject({ code: 2, stdout: '' });
  expect(locked.stderr).toMatch(
    /^error: another telecrm ingest, process \d+, is sending this file\n.* remove leads\.csv\.journal\.lock\.\n$/,
  );
  expect(await folder.read('leads.csv.mapping.json')).toBe(saved);
});

it.each([
  [['--map', 'Nobody=phone'], 'there is no column “Nobody”'],
  [['--map', 'phone'], '--map phone has no ='],
  [['--map', 'a=cyti'], 'the workspace has no field “cyti”'],
  [['--map', 'a=Phone'], 'Did you mean phone?'],
  [['--map', 'a=phone'], 'the columns “phone” and “a” are both sent as phone'],
  [['--map', 'phone=', '--map', 'a='], 'no column is sent as phone'],
  [['--concurrency', '0'], 'It must be a whole number of at least 1.'],
  [['--max-outage', '-1'], 'It must be a number above 0.'],
  [['--encoding', 'ebcdic'], 'Allowed choices are utf-8'],
  [['--delimiter', ''], 'It must be one character, such as ";" or "\\t" for a tab.'],
  [['--delimiter', '"'], 'It must be one character'],
  [['--delimiter', '\n'], 'It must be one character'],
  [['--journal', ''], 'It must be the name of a file.'],
  [['--workspace', ''], 'It must be the name of a file.'],
])('rejects %j as misuse', async (args, message) => {
  const { folder, ingest } = await setUp();
  await using _ = folder;
  await folder.write('leads.csv', 'phone,a\n919999999991,x\n');
  const { code, stdout, stderr } = await ingest('leads.csv', ...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
});

it('sends NDJSON unchanged, and writes failed lines as NDJSON', async () => {
  const { folder, workspace, ingest } = await setUp();
  await using _ = folder;
  const good = { fields: { phone: '919999999991' }, actions: [{ type: 'ACTION_1001' }] };
  const bad = { fields: { phone: '919999999992', rating: 9 } };
  const lines = [JSON.stringify(good), '{', '[]', JSON.stringify(bad), '{"phone":"9"}'];
  await folder.write('leads.ndjson', lines.join('\n'));
  const { code, stdout } = await ingest('leads.ndjson');
  expect({ code, stdout }).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('5 rows: 1 queued, 4 not sent'),
  });
  const failed = (await folder.read('leads.failed.ndjson')).trim().split('\n');
  expect(failed.map((line) => JSON.parse(line))).toEqual([
    { telecrm_reason: 'line 2: is not JSON' },
    { telecrm_reason: 'line 3: is not a JSON object' },
    { ...bad, telecrm_reason: expect.stringContaining('line 4: fields.rating: ') },
    { phone: '9', telecrm_reason: expect.stringContaining('line 5: has no `fields`') },
  ]);
  const partial = await ingest('leads.failed.ndjson', '--partial', '--json');
  expect(JSON.parse(partial.stdout)).toMatchObject({ ok: false, rows: 4, queued: 1, failed: 3 });
  await workspace.drain();
  expect(await workspace.summary()).toMatchObject({ leads: 2 });
});

it('rejects a file that has changed, and a journal that is not one', async () => {
  const { folder, ingest } = await setUp();
  await using _ = folder;
  await folder.write('leads.csv', 'phone\n919999999991\n');
  await ingest('leads.csv');
  await folder.write('leads.csv', 'phone\n919999999992\n');
  const changed = await ingest('leads.csv');
  expect(changed.stderr).toContain('the file has changed since');
  expect(await ingest('leads.csv', '--journal', 'second.journal')).toMatchObject({ code: 0 });
  await folder.write('other.journal', 'something else\n');
  const none = await ingest('leads.csv', '--journal', 'other.journal');
  expect(none).toMatchObject({ code: 2 });
  expect(none.stderr).toContain('is not a journal of telecrm ingest');
});

it.each([
  [401, 2, /401.*\n.*telecrm doctor/],
  [404, 2, /404/],
])('stops after a %s with %s, and the next start sends the rows', async (status, code, error) => {
  const { folder, workspace, ingest } = await setUp();
  await using _ = folder;
  await folder.write('leads.csv', 'phone\n919999999991\n12\n919999999993\n');
  await workspace.faults.add({ status });
  const stopped = await ingest('leads.csv', '--concurrency', '1');
  expect(stopped.code).toBe(code);
  expect(stopped.stdout).toMatch(/^3 rows: 0 queued, .*still to send/);
  expect(stopped.stderr).toMatch(error);
  expect(stopped.stderr).toContain('Run the same command again to resume.');
  await workspace.faults.clear();
  const again = await ingest('leads.csv');
  expect(again).toMatchObject({ code: 1 });
  expect(again.stdout).toContain('3 rows: 2 queued, 1 not sent\n');
});

it('exits with 3 if a server does not respond for too long', async () => {
  const { folder, env } = await setUp();
  await using _ = folder;
  const rows = Array.from({ length: 9 }, (_, row) => 919_000_000_000 + row);
  await folder.write('leads.csv', ['phone', ...rows].join('\n'));
  const args = ['ingest', 'leads.csv', '--max-outage', '0.001', '--json'];
  const { code, stdout, stderr } = await folder.telecrm(args, {
    env: { ...env, TELECRM_ASYNC_URL: 'http://127.0.0.1:1' },
  });
  expect(code).toBe(3);
  expect(JSON.parse(stdout)).toMatchObject({
    ...{ ok: false, rows: 9, queued: 0, failed: 0, open: 9 },
    error: {
      problem: expect.stringMatching(/^telecrm has not responded for 0 s: NETWORK: ./),
      fix: expect.stringContaining('TELECRM_ASYNC_URL'),
    },
  });
  expect(stderr).toContain('error: telecrm has not responded');
});

it('rejects a mapping file that is invalid or names an unknown field', async () => {
  const { folder, ingest } = await setUp();
  await using _ = folder;
  await folder.write('leads.csv', 'a,phone\nx,919999999991\n');
  for (const [content, message] of [
    ['[]', 'm.json is not a mapping'],
    ['{"columns":{"a":5}}', 'm.json: “a” is neither the name of a field nor null'],
    ['{"columns":{"a":"gone"}}', 'm.json: the workspace has no field “gone”'],
  ] as const) {
    await folder.write('m.json', content);
    const { code, stderr } = await ingest('leads.csv', '--mapping', 'm.json');
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(message) });
  }
});

it('writes rows that cannot be parsed to the file of failures, with their line', async () => {
  const { folder, ingest } = await setUp();
  await using _ = folder;
  await folder.write('leads.csv', 'name,phone\nJane,919999999991,too,many\nNul\0,919999999992\n');
  const { code, stdout } = await ingest('leads.csv');
  expect({ code, stdout }).toMatchObject({ code: 1 });
  const failed = await folder.read('leads.failed.csv');
  expect(failed).toContain('line 2: has 4 cells for 2 columns');
  expect(failed).toContain('line 3: contains a NUL character');
});

it('reads a file in windows-1252 as such, with a warning', async () => {
  const { folder, workspace, ingest } = await setUp();
  await using _ = folder;
  await folder.write('leads.csv', Buffer.from('name;phone\nRenée;919999999991\n', 'latin1'));
  const { code, stderr } = await ingest('leads.csv', '--rate', '100000');
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr:
      'warning: leads.csv is not UTF-8, so it is read as windows-1252; to change this, pass --encoding\n',
  });
  await workspace.drain();
  const { data } = await workspace.leads();
  expect(data[0]?.fields).toMatchObject({ name: 'Renée' });
});

it('truncates a long list of problems', async () => {
  const { folder, ingest } = await setUp();
  await using _ = folder;
  await folder.write('leads.csv', `phone\n${'12\n'.repeat(25)}`);
  const { stdout } = await ingest('leads.csv', '--dry-run');
  expect(stdout.split('\n').slice(-4)).toEqual([
    expect.stringContaining('leads.csv:21'),
    '… and 5 rows more',
    '25 rows: 0 can be sent, 25 cannot',
    '',
  ]);
});
