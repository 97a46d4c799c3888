import { createSandbox } from '@telecrm/sandbox';
import { createWorkspace, type WorkspaceDefinition } from '@telecrm/workspace';
import { expect, it } from 'vitest';
import { createTestFolder } from '../testing/cli.ts';

const bad = {
  fields: { phone: '919999999999', rating: '3', City: 'Pune' },
  actions: [{ type: '1001', fields: { note: 'a' } }],
};
const good = { fields: { phone: '919999999999', name: 'Jane' } };
const lost = { fields: { Phone: '919999999999' } };

async function setUp(workspace: WorkspaceDefinition = {}) {
  const folder = await createTestFolder();
  await folder.write('telecrm.workspace.json', workspace);
  return folder;
}

it('prints the location, the reason and the fix of each value that would be dropped', async () => {
  await using folder = await setUp();
  await folder.write('payload.json', bad);
  const { code, stdout, stderr } = await folder.telecrm(['check', 'payload.json']);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout.split('\n')).toEqual([
    'payload.json:4:15 dropped fields.rating Rating must be between 1 and 5: send a number, without quotes',
    'payload.json:5:13 dropped fields.City `City` is not a field of this workspace: look up its API name in the list of fields',
    'payload.json:9:15 dropped actions[0].type The Async API drops a bare code: send `ACTION_1001`',
    '1 payload: 0 complete, 1 with parts dropped, 0 lost',
    '',
  ]);
  const sync = await folder.telecrm(['check', 'payload.json', '--api', 'sync']);
  expect(sync.stdout).not.toContain('actions[0]');
});

it('exits with 0 for a complete payload, and prints what would be stored on request', async () => {
  await using folder = await setUp();
  await folder.write('payload.json', good);
  expect(await folder.telecrm(['check', 'payload.json'])).toEqual({
    ...{ code: 0, stdout: '1 payload: 1 complete, 0 with parts dropped, 0 lost\n', stderr: '' },
  });
  const { stdout } = await folder.telecrm(['check', 'payload.json', '--stored']);
  expect(stdout).toContain(
    'payload.json:1 stored {"fields":{"phone":"919999999999","name":"Jane"},"actions":[]}',
  );
});

it('warns about values that would be stored but are probably mistakes, and still exits with 0', async () => {
  await using folder = await setUp({
    customFields: [{ apiName: 'source', type: 'dropdown', options: ['Fair', 'Referral'] }],
  });
  await folder.write('payload.json', { fields: { phone: '919999999999', source: 'fair' } });
  const { code, stdout } = await folder.telecrm(['check', 'payload.json']);
  const what = 'fields.source Source has no such option, so telecrm adds it as a new one';
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: `payload.json:4:15 warning ${what}: did you mean "Fair"?\n1 payload: 1 complete, 0 with parts dropped, 0 lost; 1 warning\n`,
  });
  const report = async (format: string) =>
    (await folder.telecrm(['check', 'payload.json', '--format', format])).stdout;
  expect(JSON.parse(await report('json'))).toMatchObject({
    ...{ ok: true, warnings: 1 },
    results: [{ dropped: [], warnings: [{ field: 'fields.source', line: 4, column: 15 }] }],
  });
  expect(await report('github')).toMatch(/^::notice file=payload\.json,line=4,col=15,/);
  expect(JSON.parse(await report('sarif')).runs[0].results).toMatchObject([
    { ruleId: 'probable-mistake', level: 'note' },
  ]);
});

it('reads arrays, NDJSON, CSV and stdin, and sums them up', async () => {
  await using folder = await setUp();
  await folder.write('many.json', [good, lost]);
  await folder.write('many.ndjson', `${JSON.stringify(good)}\nnope\n${JSON.stringify(bad)}\n`);
  await folder.write('many.csv', 'phone,rating\n919999999999,4\n919999999998,9\n');
  const files = ['many.json', 'many.ndjson', 'many.csv', '-'];
  const stdin = `${JSON.stringify(good)}\n${JSON.stringify(lost)}\n`;
  const { code, stdout } = await folder.telecrm(['check', ...files, '--json'], { stdin });
  expect(code).toBe(1);
  const { results, ...summary } = JSON.parse(stdout);
  expect(summary).toEqual({
    ok: false,
    payloads: 9,
    complete: 4,
    partial: 2,
    lost: 3,
    warnings: 0,
  });
  expect(
    results.map(({ file, row, line, accepted, dropped }: Record<string, unknown>) => [
      ...[file, row, line, accepted],
      (dropped as { field: string }[]).map(({ field }) => field),
    ]),
  ).toEqual([
    ['many.json', 2, 8, false, ['fields.phone', 'fields.Phone']],
    ['many.ndjson', 2, 2, false, ['']],
    ['many.ndjson', 3, 3, true, ['fields.rating', 'fields.City', 'actions[0].type']],
    ['many.csv', 2, 3, true, ['fields.rating']],
    ['stdin', 2, 2, false, ['fields.phone', 'fields.Phone']],
  ]);
});

it('prints one object without findings if all payloads are complete with --json', async () => {
  await using folder = await setUp();
  const { code, stdout } = await folder.telecrm(['check', '-', '--json', '--stored'], {
    stdin: JSON.stringify(good),
  });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    ...{ ok: true, payloads: 1, complete: 1, partial: 0, lost: 0, warnings: 0 },
    results: [
      {
        ...{ file: 'stdin', row: 1, line: 1, accepted: true, dropped: [], warnings: [] },
        stored: { fields: good.fields, actions: [] },
      },
    ],
  });
});

it('asks for a lead if the list of payloads is empty', async () => {
  await using folder = await setUp();
  const empty = await folder.telecrm(['check', '-', '--format', 'json'], { stdin: '[]' });
  expect(empty.code).toBe(2);
  expect(JSON.parse(empty.stdout)).toMatchObject({ ok: false, results: [], payloads: 0 });
  expect(`${empty.stdout}${empty.stderr}`).toContain('stdin has no lead');
});

it('annotates a pull request', async () => {
  await using folder = await setUp();
  await folder.write('a,b.json', [lost, { fields: { phone: '919999999999', 'a%\n': 1 } }]);
  const { stdout } = await folder.telecrm(['check', 'a,b.json', '--format', 'github']);
  const lines = stdout.trim().split('\n');
  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatch(
    /^::error file=a%2Cb\.json,line=3,col=15,title=telecrm would drop the lead::fields\.phone The lead identifier/,
  );
  expect(lines[2]).toMatch(/^::warning file=a%2Cb\.json,line=10,.*::fields\.a%25%0A /);
});

it('writes a SARIF log', async () => {
  await using folder = await setUp();
  await folder.write('a b.json', [good, lost]);
  const { stdout } = await folder.telecrm(['check', 'a b.json', '--format', 'sarif']);
  const { version, runs } = JSON.parse(stdout);
  expect(version).toBe('2.1.0');
  expect(runs[0].tool.driver.name).toBe('telecrm check');
  expect(runs[0].results[0]).toMatchObject({
    ...{ ruleId: 'lost-lead', level: 'error' },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'a%20b.json' },
          region: { startLine: 9, startColumn: 15 },
        },
      },
    ],
  });
  const none = await folder.telecrm(['check', '-', '--format', 'sarif'], { stdin: '[]' });
  expect(JSON.parse(none.stdout).runs[0].results).toEqual([]);
});

it('has the same verdict as the sandbox, entry by entry', async () => {
  const workspace: WorkspaceDefinition = {
    customFields: [
      { apiName: 'owner', type: 'activeUsers' },
      { apiName: 'tags', type: 'tags' },
    ],
    teamMembers: [{ name: 'Ann', email: 'ann@example.com', phone_number: '919999999999' }],
  };
  await using folder = await setUp(workspace);
  const phone = '919999999999';
  const payloads = [
    ...[good, bad, lost, {}, [], 5, 'text', null, { fields: [] }, { fields: null }],
    ...[{ fields: { phone, owner: 'ann@example.com' } }, { fields: { phone, owner: 'b@x.com' } }],
    ...[{ fields: { phone, tags: 'a,b' } }, { fields: { phone, status: 'fresh', name: '' } }],
    ...[
      { fields: { phone }, actions: {} },
      { fields: { phone }, actions: [{}], extra: 1 },
    ],
  ];
  await folder.write('payloads.json', payloads);
  const { stdout } = await folder.telecrm(['check', 'payloads.json', '--json', '--stored']);
  const { results } = JSON.parse(stdout);
  expect(results).toHaveLength(payloads.length);
  for (const [index, payload] of payloads.entries()) {
    const sandbox = await createWorkspace({ definition: workspace });
    const { outcome, remarks } = await sandbox.ingest(payload);
    const { accepted, dropped } = results[index];
    expect(accepted).toBe(outcome !== 'DROPPED');
    const fields = dropped.map(({ field }: { field: string }) => field);
    expect(fields).toEqual(remarks.map(({ field }) => field));
  }
});

it('accepts any address as a team member if the file has no team', async () => {
  const customFields = [{ apiName: 'owner', type: 'activeUsers' }] as const;
  await using folder = await setUp({ customFields });
  const phone = '919999999999';
  await folder.write('payloads.json', [
    { fields: { phone, owner: 'Ann@example.com' } },
    { fields: { phone, owner: 'bob@example.com' } },
    { fields: { phone, owner: 'nobody' } },
    'nonsense',
  ]);
  const { stdout } = await folder.telecrm(['check', 'payloads.json', '--json']);
  expect(JSON.parse(stdout)).toMatchObject({ payloads: 4, complete: 2, partial: 1, lost: 1 });
});

it.each([
  ['x.json', '{\n  "fields": {},\n}', 'x.json:3:1 is not JSON: property name expected'],
  ['x.json', '{}\n{}', 'x.json:2:1 is not JSON: end of file expected'],
  ['x.json', '', 'x.json is empty'],
  ['x.json', '[]', 'x.json has no lead'],
  ['x.json', '[ ]\n', 'Put at least one in: [{ "fields": { "phone": "919999999999" } }].'],
  ['x.json', new Uint8Array([0x7b, 0xff]), 'x.json is not in utf-8'],
  ['x.csv', 'a,b\n1,2\n', 'these columns match no field'],
  ['x.yaml', 'a: 1', 'x.yaml is neither JSON, NDJSON nor CSV by its name'],
  ['noext', '{}', 'Pass --input json, --input ndjson or --input csv.'],
])('rejects %s with %j', async (name, content, message) => {
  await using folder = await setUp();
  await folder.write(name, content);
  const { code, stderr } = await folder.telecrm(['check', name]);
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(message) });
});

it.each(['['.repeat(100_000), `${'['.repeat(100_000)}${']'.repeat(100_000)}`])(
  'rejects a text that is nested too deeply, %.5j…',
  async (text) => {
    await using folder = await setUp();
    await folder.write('x.json', text);
    expect(await folder.telecrm(['check', 'x.json'])).toMatchObject({
      ...{ code: 2, stdout: '' },
      stderr:
        'error: x.json:1:66 is nested more than 64 levels deep\nWrite it with fewer objects and arrays inside each other.\n',
    });
  },
);

it('accepts payloads that are as deep as those that the sandbox accepts', async () => {
  await using folder = await setUp();
  await using sandbox = createSandbox();
  await sandbox.ready();
  for (const [depth, isAccepted] of [
    [64, true],
    [65, false],
  ] as const) {
    // The payload and its fields are two levels.
    const field = `${'['.repeat(depth - 2)}${']'.repeat(depth - 2)}`;
    const body = `{"fields":{"phone":"919999999999","x":${field}}}`;
    const { workspace } = sandbox;
    const url = `${sandbox.baseUrls.async}/enterprise/${workspace.enterpriseId}/autoupdatelead`;
    const headers = {
      Authorization: `Bearer ${workspace.asyncToken}`,
      'Content-Type': 'application/json',
    };
    const { ok } = await sandbox.fetch(url, { method: 'POST', headers, body });
    expect(ok).toBe(isAccepted);
    const counts = isAccepted ? { partial: 1, lost: 0 } : { partial: 0, lost: 1 };
    await folder.write('x.ndjson', body);
    const { stdout } = await folder.telecrm(['check', 'x.ndjson', '--json']);
    expect(JSON.parse(stdout)).toMatchObject(counts);
    for (const content of [body, `[${body}]`]) {
      await folder.write('x.json', content);
      expect(await folder.telecrm(['check', 'x.json'])).toMatchObject({ code: isAccepted ? 1 : 2 });
    }
  }
});

it('completes its report if a later file cannot be checked', async () => {
  await using folder = await setUp();
  await folder.write('x.json', lost);
  const check = (...args: string[]) => folder.telecrm(['check', 'x.json', 'missing.json', ...args]);
  for (const args of [['--json'], ['--format', 'json']]) {
    const { code, stdout, stderr } = await check(...args);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      ...{ ok: false, payloads: 1, lost: 1, results: [{ file: 'x.json' }] },
      error: { problem: 'there is no missing.json' },
    });
    expect(stderr).toBe('error: there is no missing.json\n');
  }
  const { stdout } = await check('--format', 'sarif');
  expect(JSON.parse(stdout).runs[0]).toMatchObject({
    results: [{ ruleId: 'lost-lead' }, { ruleId: 'lost-lead' }],
    invocations: [
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          { level: 'error', message: { text: 'there is no missing.json' } },
        ],
      },
    ],
  });
});

it.each(['text', 'json', 'github', 'sarif'])(
  'prints no characters that could control the terminal, as %s',
  async (format) => {
    await using folder = await setUp();
    // Two ways to begin a sequence of the terminal, and one to reverse the text after it.
    const fields = { '\u001b[31m': 1, '\u009b31m': 1, '\u202e': 1, '\u{e0001}': 1 };
    await folder.write('x.json', { fields });
    const { stdout } = await folder.telecrm(['check', 'x.json', '--format', format]);
    expect(stdout).toMatch(/\\u\{?009b/);
    expect(stdout).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
    if (format === 'json') {
      const [{ dropped }] = JSON.parse(stdout).results;
      const names = dropped.map(({ field }: { field: string }) => field.replace('fields.', ''));
      expect(names).toEqual(expect.arrayContaining(Object.keys(fields)));
    }
  },
);

it.each([
  ['{"fields":{', 'stdin:1:12 is not JSON: close brace expected'],
  ['<html>\n</html>\n', 'stdin:1:1 is not JSON: invalid symbol'],
  ['{\n  "fields": {},\n}\n', 'stdin:3:1 is not JSON: property name expected'],
])('names the place of a mistake in stdin, %j', async (stdin, message) => {
  await using folder = await setUp();
  const { code, stderr } = await folder.telecrm(['check', '-'], { stdin });
  expect({ code, stderr }).toEqual({ code: 2, stderr: `error: ${message}\n` });
});

it.each(['check', 'ingest'])('rejects a folder and a missing file, %s', async (command) => {
  await using folder = await setUp();
  const options = command === 'ingest' ? ['--dry-run'] : [];
  expect(await folder.telecrm([command, '.', ...options])).toMatchObject({
    ...{ code: 2, stderr: 'error: . is a directory\nPass a file.\n' },
  });
  expect(await folder.telecrm([command, 'missing', ...options])).toMatchObject({
    ...{ code: 2, stderr: 'error: there is no missing\n' },
  });
});

it('accepts a mapping for CSV, and writes no file', async () => {
  await using folder = await setUp();
  await folder.write('x.csv', 'No,source\n919999999999,Billboard\n9.2E+11,\n');
  const args = ['check', 'x.csv', '--map', 'No=phone', '--map', 'source=contact_source'];
  const { code, stdout } = await folder.telecrm(args);
  expect(code).toBe(1);
  expect(stdout).toMatch(/^x\.csv:2:1 warning fields\.contact_source .* adds it as a new one/);
  expect(stdout).toMatch(/^x\.csv:3:1 lost phone is a number that Excel has rounded/m);
  expect(stdout).toContain('2 payloads: 1 complete, 0 with parts dropped, 1 lost');
  await expect(folder.read('x.csv.mapping.json')).rejects.toThrow('ENOENT');
});
