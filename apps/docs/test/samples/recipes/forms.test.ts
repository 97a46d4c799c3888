/** The recipes for forms, each run with the failures that it says it survives. */
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, guideBlocks } from '../guide-blocks.ts';
import { runInAppsScript } from '../hosts/apps-script.ts';
import { runInWordpress } from '../hosts/wordpress.ts';
import { useSandbox } from './use-sandbox.ts';

const sandbox = useSandbox();
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'telecrm-forms-'));
});
afterAll(() => rm(folder, { recursive: true }));

const badToken = { TELECRM_ASYNC_TOKEN: 'a-deleted-token' };
const bodies = async () => (await sandbox.report()).exchanges.map(({ body }) => body);

describe('A website form', () => {
  /** What the form says of each submission, and what it wrote into its outbox. */
  async function submit(forms: object[], outbox: string, environment = {}) {
    const program = codeOf('website-form', 'ts').replace(/^console\.log\(.*\);\n/m, '');
    const calls = `for (const form of ${JSON.stringify(forms)}) console.log(await submitForm(form));`;
    const file = join(folder, outbox);
    const printed = await sandbox.run('ts', program + calls, {
      environment: { ...environment, LEAD_OUTBOX: file },
    });
    return {
      printed: printed.trim().split('\n'),
      stored: await readFile(file, 'utf8').catch(() => ''),
    };
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

  it('says that what is no phone number is none, and sends nothing', async () => {
    const typed = ['', '12', 'not a phone', 'null', '98765', '919', '+91 98765 43210 ext 5'];
    const { printed, stored } = await submit(
      typed.map((phone) => ({ phone })),
      'junk',
    );
    expect(printed).toEqual(typed.map(() => 'invalid phone'));
    expect(stored).toBe('');
    expect(await bodies()).toEqual([]);
  });

  it('stores the lead when the call fails, and sends it again later', async () => {
    const { printed, stored } = await submit([{ phone: '9876543213' }], 'failed', badToken);
    expect(printed).toEqual(['stored']);
    const lead = { fields: { phone: '919876543213', contact_source: 'Website' } };
    expect(JSON.parse(stored)).toEqual(lead);

    const resend = guideBlocks.filter(({ guide, language }) => {
      return guide === 'website-form' && language === 'ts';
    })[1]?.code;
    const program = `${resend}\nawait resend(); await resend(); await resend();`;
    const file = join(folder, 'failed');
    const failed = { environment: { ...badToken, LEAD_OUTBOX: file } };
    await expect(sandbox.run('ts', program, failed)).rejects.toThrow('Invalid or missing');
    const next = { fields: { phone: '919876543214' } };
    await writeFile(file, `${JSON.stringify(next)}\n{"fields":{"pho\n`);
    await sandbox.report();
    await sandbox.run('ts', program, { environment: { LEAD_OUTBOX: file } });
    expect(await bodies()).toEqual([lead, next]);
    expect(await readFile(`${file}.invalid`, 'utf8')).toBe('{"fields":{"pho\n');
    const left = await Promise.all([file, `${file}.sending`].map((it) => stat(it).catch(() => 0)));
    expect(left).toEqual([0, 0]);
  });

  describe('in PHP', () => {
    async function post(phone: string, environment = {}): Promise<string> {
      const form = `$_POST = ${`['phone' => ${JSON.stringify(phone)}, 'name' => 'Jane', 'email' => '']`};`;
      const code = codeOf('website-form', 'php').replace('<?php', `<?php ${form}`);
      // Within PHP's own file system.
      return sandbox.run('php', `${code}\nif (!$queued) echo file_get_contents($outbox);`, {
        environment: { ...environment, LEAD_OUTBOX: `/tmp/${Date.now()}.ndjson` },
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
      expect(await bodies()).toEqual([]);
    });

    it('stores the lead when the call fails', async () => {
      expect(await post('9876543213', badToken)).toBe(
        'stored{"fields":{"name":"Jane","phone":"919876543213"}}\n',
      );
    });
  });
});

describe('WordPress', () => {
  const plugin = codeOf('wordpress', 'php');
  const run = (calls: string, environment = {}) =>
    runInWordpress(sandbox.with(environment), plugin, calls);

  it('sends a form of Contact Form 7 and one of Elementor', async () => {
    await run(`
      $posted = ['your-name' => 'Jane ', 'your-phone' => '098765 43210', 'your-email' => '', 'tags' => ['a']];
      do_action('wpcf7_before_send_mail');
      $record = new Elementor_Record(['name' => 'John', 'phone' => '+91 98765 43211', 'email' => 'j@example.com']);
      do_action('elementor_pro/forms/new_record', $record);`);
    expect(await bodies()).toEqual([
      { fields: { contact_source: 'Website', name: 'Jane', phone: '919876543210' } },
      {
        fields: {
          contact_source: 'Website',
          name: 'John',
          phone: '919876543211',
          email: 'j@example.com',
        },
      },
    ]);
  });

  it('refuses an invalid phone number while the visitor is there', async () => {
    const printed = await run(`
      $_POST['your-phone'] = '12';
      $tag = (object) ['name' => 'your-phone'];
      echo json_encode(do_action('wpcf7_validate_tel*', new Complaints(), $tag)->messages);
      $handler = new Complaints();
      do_action('elementor_pro/forms/validation', new Elementor_Record(['phone' => 'none']), $handler);
      echo json_encode($handler->messages);`);
    expect(printed).toBe(
      '{"your-phone":"Please enter a valid phone number."}{"phone":"Please enter a valid phone number."}',
    );
  });

  it('sends no form without a phone number', async () => {
    await run(`$posted = ['your-email' => 'a@example.com']; do_action('wpcf7_before_send_mail');`);
    expect(await bodies()).toEqual([]);
  });

  it('tries again later when telecrm fails, and keeps the lead when it fails for good', async () => {
    const submit = `$posted = ['your-phone' => '9876543212']; do_action('wpcf7_before_send_mail');`;
    await sandbox.fail('createOrUpdateLead');
    const once = await run(`${submit} echo $scheduled[0]['minutes']; run_scheduled();`);
    expect(once).toBe('2');
    const { exchanges } = await sandbox.report();
    expect(exchanges.map(({ status }) => status)).toEqual([500, 200]);

    const always = await run(
      `${submit}
      for ($i = 0; $i < 9; $i++) { if ($scheduled) echo $scheduled[0]['minutes'], ' '; run_scheduled(); }
      echo json_encode($options);`,
      badToken,
    );
    expect(always).toBe(
      '2 4 8 16 32 {"telecrm_failed_leads":[{"contact_source":"Website","phone":"919876543212"}]}',
    );
  });
});

describe('Google Apps Script', () => {
  const script = codeOf('google-apps-script', 'js');
  const names = ['name', 'phone', 'rating', 'interests', 'telecrm'];

  it('sends each row once and writes the outcome beside it', async () => {
    const first = await runInAppsScript(sandbox.with(), script, [
      names,
      ['Jane', '+91 98765 43210', '4', 'VIP; Returning', ''],
      ['John', '98765', '', '', ''],
      ['Joan', '098765 43211', '9', '', ''],
      ['', '', '', '', ''],
      ['Old', '9876543219', '', '', 'QUEUED'],
    ]);
    expect(first.rows.map((row) => row.at(-1))).toEqual([
      'telecrm',
      'QUEUED',
      'invalid phone',
      'invalid rating',
      '',
      'QUEUED',
    ]);
    const { exchanges, dropped } = await sandbox.report();
    expect(exchanges.map(({ body }) => body)).toEqual([
      {
        fields: {
          name: 'Jane',
          phone: '919876543210',
          rating: 4,
          interests: ['VIP', 'Returning'],
        },
      },
    ]);
    expect(dropped).toEqual([]);
    await runInAppsScript(sandbox.with(), script, first.rows);
    expect(await bodies()).toEqual([]);
  });

  it('leaves a row for the next run when telecrm is busy', async () => {
    const sheet = [names, ['Jane', '9876543210', '', '', '']];
    await sandbox.fail('createOrUpdateLead', { status: 429 });
    const { rows } = await runInAppsScript(sandbox.with(), script, sheet);
    expect(rows[1]?.at(-1)).toBe('');
    const again = await runInAppsScript(sandbox.with(), script, rows);
    expect(again.rows[1]?.at(-1)).toBe('QUEUED');
  });

  it('fails aloud when the token is wrong, and leaves the row', async () => {
    const sheet = [names, ['Jane', '9876543210', '', '', '']];
    const { rows, failure } = await runInAppsScript(sandbox.with(badToken), script, sheet);
    expect(failure).toBe('telecrm responded with 401.');
    expect(rows[1]?.at(-1)).toBe('');
  });

  it('does nothing while another run is at work', async () => {
    const sheet = [names, ['Jane', '9876543210', '', '', '']];
    await runInAppsScript(sandbox.with({ LOCKED: '1' }), script, sheet);
    expect(await bodies()).toEqual([]);
  });
});
