/** Runs the recipes for jobs, including the failures that the guides say they handle. */
import { describe, expect, it } from 'vitest';
import { codeOf } from '../guide-blocks.ts';
import { useSandbox } from './use-sandbox.ts';

const sandbox = useSandbox();

describe('A CSV upload', () => {
  const file = [
    '\uFEFFname,phone,rating,interests',
    'Jane,+91 98765 43210,4,VIP; Returning',
    'John,98765,,',
    'Joan,098765 43211,high,',
    '"Doe, Jim",9876543212,,',
  ].join('\n');
  const sent = [
    { name: 'Jane', rating: 4, interests: ['VIP', 'Returning'], phone: '919876543210' },
    { name: 'Doe, Jim', phone: '919876543212' },
  ];
  const stored = async () => {
    const { exchanges, dropped } = await sandbox.report();
    expect(dropped).toEqual([]);
    return exchanges
      .filter(({ status }) => status === 200)
      .map(({ body }) => (body as { fields: object }).fields);
  };
  // The programs pause because of telecrm's rate limit, which these tests do not reach.
  const codeWithoutPauses = (language: 'python' | 'php') =>
    codeOf('csv-upload', language)
      .replace('time.sleep(min(wait, 60))', 'time.sleep(0.01)')
      .replace('time.sleep(0.25)', 'pass')
      .replace('sleep(2 ** $attempt);', 'usleep(1000);')
      .replace('usleep(250_000);', '');

  it.each(['python', 'php'] as const)(
    'in %s converts and sends the valid rows',
    async (language) => {
      await sandbox.run(language, codeWithoutPauses(language), { files: { 'leads.csv': file } });
      expect(await stored()).toEqual(sent);
    },
  );

  it.each(['python', 'php'] as const)('in %s retries failed requests', async (language) => {
    await sandbox.fail('createOrUpdateLead', { status: 503, times: 2 });
    await sandbox.run(language, codeWithoutPauses(language), { files: { 'leads.csv': file } });
    expect(await stored()).toEqual(sent);
  });

  it.each(['python', 'php'] as const)(
    'in %s skips rows that were already sent',
    async (language) => {
      const files = { 'leads.csv': file, 'leads.csv.done': '2\n' };
      await sandbox.run(language, codeWithoutPauses(language), { files });
      expect(await stored()).toEqual(sent.slice(1));
    },
  );

  it.each(['python', 'php'] as const)('in %s stops if the token is wrong', async (language) => {
    const run = sandbox.run(language, codeWithoutPauses(language), {
      environment: { TELECRM_ASYNC_TOKEN: 'a-deleted-token' },
      files: { 'leads.csv': file },
    });
    await expect(run).rejects.toThrow('401');
    expect((await sandbox.report()).exchanges).toHaveLength(1);
  });
});

describe('A nightly pull', () => {
  it.each(['ts', 'python'] as const)(
    'in %s prints the number of leads but no personal data',
    async (language) => {
      await sandbox.sync('/lead', { fields: { phone: '919812300010', name: 'Secret Name' } });
      const printed = await sandbox.run(language, codeOf('nightly-pull', language));
      expect(printed).toMatch(/^[1-9]\d* leads saved\n$/);
    },
  );
});

describe('Team availability', () => {
  it('sets members on leave to On Leave and returned members to Working, and changes no other', async () => {
    const states = async () => {
      const { data } = await sandbox.sync<{ data: { email: string; status: string }[] }>(
        '/team-members?limit=10',
      );
      return Object.fromEntries(data.map(({ email, status }) => [email, status]));
    };
    const set = (email: string, state: string) =>
      sandbox.sync('/teammember/state_change', { email, state });
    const [away = '', inactive = '', back = ''] = [
      'jane.doe@example.com',
      ...Object.keys(await states()).filter((email) => email !== 'jane.doe@example.com'),
    ];
    await set(away, 'Working');
    await set(inactive, 'Inactive');
    await set(back, 'On Leave');
    const before = await states();
    await sandbox.run('ts', codeOf('team-availability', 'ts'));
    expect(await states()).toEqual({ ...before, [away]: 'On Leave', [back]: 'Working' });
    expect(before[inactive]).toBe('Inactive');
  });
});

describe('normalizing a phone number', () => {
  const cases: [typed: string, phone: string][] = [
    ['+91 98765 43210', '919876543210'],
    ['098765 43211', '919876543211'],
    ['9876543212', '919876543212'],
    ['9191919191', '919191919191'],
    ['919876543210', '919876543210'],
    ['00 1 415-555-2671', '14155552671'],
    ['', 'none'],
    ['12', 'none'],
    ['919', 'none'],
    ['not a phone', 'none'],
    ['+91 98765 43210 ext 5', 'none'],
    ['9.19877E+11', 'none'],
    ['9198765432101', 'none'],
  ];
  const inputs = JSON.stringify(cases.map(([text]) => text));

  it.each([
    [
      'ts',
      `import { normalizePhone } from './phone.ts';\nfor (const it of ${inputs}) console.log(normalizePhone(it) ?? 'none');`,
    ],
    [
      'python',
      `from phone import normalize_phone\nfor it in ${inputs}:\n    print(normalize_phone(it) or "none")`,
    ],
    [
      'php',
      `<?php require __DIR__ . '/phone.php';\nforeach (${inputs} as $it) echo normalize_phone($it) ?? 'none', "\\n";`,
    ],
    [
      'js',
      `${codeOf('google-apps-script', 'js')}\nfor (const it of ${inputs}) console.log(normalizePhone(it) ?? 'none');`,
    ],
  ] as const)('returns the same results in %s', async (language, program) => {
    const printed = await sandbox.run(language, program);
    expect(printed.trim().split('\n')).toEqual(cases.map(([, phone]) => phone));
  });
});
