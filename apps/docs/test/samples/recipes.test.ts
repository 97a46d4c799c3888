/** The recipes do what they preach: each is run with the failures that it says it survives. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bundlePath } from '@telecrm/spec/files';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readGuides } from '../../src/guides/guide.ts';
import { runPhp } from './php.ts';
import { runSample, type SampleLanguage } from './run-sample.ts';
import { type SampleSandbox, startSampleSandbox } from './sandbox.ts';

const guides = await readGuides(join(dirname(bundlePath('sync')), 'guides.json'));
const recipes = guides.find(({ name }) => name === 'recipes')?.markdown ?? '';

/** The code of a recipe, without the call of its own that a sample ends with. */
function codeOf(heading: string, language: SampleLanguage): string {
  const [, section = ''] = recipes.split(`## ${heading}\n`);
  const [text = ''] = section.split(/^## /m);
  const [, code] = text.match(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, 'm')) ?? [];
  if (code === undefined) throw new Error(`no ${language} under ${heading}`);
  return code;
}

let sandbox: SampleSandbox;
let folder = '';
beforeAll(async () => {
  sandbox = await startSampleSandbox();
  folder = await mkdtemp(join(tmpdir(), 'telecrm-recipes-'));
});
afterAll(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => sandbox.reset());

/** Has the next calls of an operation fail. */
async function fail(operationId: string, fault: object = { status: 500 }) {
  const { TELECRM_ENTERPRISE_ID } = sandbox.environment;
  const response = await fetch(
    `${sandbox.url}/_sandbox/workspaces/${TELECRM_ENTERPRISE_ID}/faults`,
    {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify([{ operationId, times: 1, ...fault }]),
    },
  );
  expect(response.ok).toBe(true);
}

async function sync(path: string, body?: object): Promise<unknown> {
  const { TELECRM_SYNC_URL, TELECRM_SYNC_TOKEN, TELECRM_ENTERPRISE_ID } = sandbox.environment;
  const response = await fetch(`${TELECRM_SYNC_URL}/enterprise/${TELECRM_ENTERPRISE_ID}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { Authorization: `Bearer ${TELECRM_SYNC_TOKEN}`, 'Content-Type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  return response.json();
}

describe('A website form', () => {
  /** What the form says of each submission, and what it wrote into its outbox. */
  async function submit(forms: object[], outbox: string, environment = sandbox.environment) {
    const program = codeOf('A website form', 'ts').replace(/^console\.log\(.*\);\n/m, '');
    const calls = `for (const form of ${JSON.stringify(forms)}) console.log(await submitForm(form));`;
    const env = { ...environment, LEAD_OUTBOX: join(folder, outbox) };
    const printed = await runSample({ ...sandbox, environment: env }, 'ts', program + calls);
    const stored = await readFile(env.LEAD_OUTBOX, 'utf8').catch(() => '');
    return { printed: printed.trim().split('\n'), stored };
  }

  it('queues a lead with its phone normalized, and nothing empty', async () => {
    const forms = ['+91 98765 43210', '098765 43211', '9876543212', '00 1 415-555-2671'].map(
      (phone) => ({ phone, name: ' Jane ', email: '' }),
    );
    const { printed, stored } = await submit(forms, 'none');
    expect(printed).toEqual(forms.map(() => 'queued'));
    expect(stored).toBe('');
    const { exchanges, dropped } = await sandbox.report();
    expect(exchanges.map(({ body }) => body)).toEqual(
      ['919876543210', '919876543211', '919876543212', '14155552671'].map((phone) => ({
        fields: { phone, name: 'Jane', contact_source: 'Website' },
      })),
    );
    expect(dropped).toEqual([]);
  });

  it.each(['', '12', 'not a phone', 'null', '98765', '919', '+91 98765 43210 ext 5'])(
    'says that %j is no phone number, and sends nothing',
    async (phone) => {
      const { printed, stored } = await submit([{ phone }], 'junk');
      expect(printed).toEqual(['invalid phone']);
      expect(stored).toBe('');
      expect((await sandbox.report()).exchanges).toEqual([]);
    },
  );

  it('stores the lead when the call fails', async () => {
    const unreachable = { ...sandbox.environment, TELECRM_ASYNC_TOKEN: 'a-deleted-token' };
    const { printed, stored } = await submit([{ phone: '9876543213' }], 'failed', unreachable);
    expect(printed).toEqual(['stored']);
    expect(JSON.parse(stored)).toEqual({
      fields: { phone: '919876543213', contact_source: 'Website' },
    });
  });

  describe('in PHP', () => {
    async function post(phone: string, environment = sandbox.environment): Promise<string> {
      const form = `$_POST = ${`['phone' => ${JSON.stringify(phone)}, 'name' => 'Jane', 'email' => '']`};`;
      const code = codeOf('A website form', 'php').replace('<?php', `<?php ${form}`);
      // Within PHP's own file system.
      return runPhp(`${code}\nif (!$queued) echo file_get_contents($outbox);`, {
        ...environment,
        LEAD_OUTBOX: `/tmp/${Date.now()}.ndjson`,
      });
    }

    it.each([
      ['+91 98765 43210', '919876543210'],
      ['098765 43211', '919876543211'],
      ['9876543212', '919876543212'],
    ])('queues %s as %s', async (typed, phone) => {
      expect(await post(typed)).toBe('queued');
      const { exchanges, dropped } = await sandbox.report();
      expect(exchanges.map(({ body }) => body)).toEqual([{ fields: { name: 'Jane', phone } }]);
      expect(dropped).toEqual([]);
    });

    it.each(['', '12', 'not a phone', '919'])('refuses %j, and sends nothing', async (typed) => {
      expect(await post(typed)).toBe('Please enter a valid phone number.');
      expect((await sandbox.report()).exchanges).toEqual([]);
    });

    it('stores the lead when the call fails', async () => {
      const unreachable = { ...sandbox.environment, TELECRM_ASYNC_TOKEN: 'a-deleted-token' };
      expect(await post('9876543213', unreachable)).toBe(
        'stored{"fields":{"name":"Jane","phone":"919876543213"}}\n',
      );
    });
  });
});

describe('A payment webhook', () => {
  const event = { id: 'evt_9', phone: '919812300009', amount: '499' };

  /** Delivers events one after the other, says which were refused, and counts the payments on the timeline. */
  async function deliver(...events: object[]) {
    const program = codeOf('A payment webhook', 'ts').replace(/^const paid = [\s\S]*/m, '');
    const calls = `
      const paidAt = Date.now();
      for (const event of ${JSON.stringify(events)}) {
        await onPayment({ ...event, paidAt }).then(() => console.log('ok'), () => console.log('500'));
      }`;
    const printed = await runSample(sandbox, 'ts', program + calls);
    const found = (await sync('/lead/search', { fields: { phone: event.phone } })) as {
      data: { id: string }[];
    };
    const timeline = (await sync(`/lead/${found.data[0]?.id}/action/search`, {
      type: 'PAYMENT',
    })) as { data: { amount: string }[] };
    return {
      outcomes: printed.trim().split('\n'),
      payments: timeline.data.map(({ amount }) => amount),
    };
  }

  it('records an event that is delivered twice once', async () => {
    expect(await deliver(event, event)).toEqual({ outcomes: ['ok', 'ok'], payments: ['499'] });
  });

  it('records two events of the same amount twice', async () => {
    const other = { ...event, id: 'evt_10' };
    expect(await deliver(event, other)).toEqual({
      outcomes: ['ok', 'ok'],
      payments: ['499', '499'],
    });
  });

  it('records a payment when it is delivered again after a 500', async () => {
    await fail('createActions');
    expect(await deliver(event, event)).toEqual({ outcomes: ['500', 'ok'], payments: ['499'] });
  });

  it('does not record it twice when the connection broke after the work was done', async () => {
    await fail('createActions', { drop: 'after' });
    expect(await deliver(event, event)).toEqual({ outcomes: ['500', 'ok'], payments: ['499'] });
  });

  it('refuses again and again what telecrm ignores, rather than lose it', async () => {
    const refused = { ...event, amount: '0' };
    expect(await deliver(refused, refused)).toEqual({ outcomes: ['500', '500'], payments: [] });
  });
});

describe('A nightly pull', () => {
  it.each(['ts', 'python'] as const)('in %s prints a count and no lead', async (language) => {
    await sync('/lead', { fields: { phone: '919812300010', name: 'Secret Name' } });
    const printed = await runSample(sandbox, language, codeOf('A nightly pull', language));
    expect(printed).toMatch(/^[1-9]\d* leads saved\n$/);
  });
});

describe('Keeping availability in sync', () => {
  it('sets who is away on leave and who is back to work, and leaves the others alone', async () => {
    const states = async () => {
      const { data } = (await sync('/team-members?limit=10')) as {
        data: { email: string; status: string }[];
      };
      return Object.fromEntries(data.map(({ email, status }) => [email, status]));
    };
    const set = (email: string, state: string) =>
      sync('/teammember/state_change', { email, state });
    const [away = '', inactive = '', back = ''] = [
      'jane.doe@example.com',
      ...Object.keys(await states()).filter((email) => email !== 'jane.doe@example.com'),
    ];
    await set(away, 'Working');
    await set(inactive, 'Inactive');
    await set(back, 'On Leave');
    const before = await states();
    await runSample(sandbox, 'ts', codeOf('Keeping availability in sync', 'ts'));
    expect(await states()).toEqual({ ...before, [away]: 'On Leave', [back]: 'Working' });
    expect(before[inactive]).toBe('Inactive');
  });
});
