/** Runs the recipes for forms, including the failures that the guides say they handle. */
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
  /** Returns the result of each submission and the content of the outbox. */
  async function submit(forms: object[], outbox: string, environment = {}) {
    const program = codeOf('website-form', 'ts').replace(/^console\.log\(.*\);\n/m, '');
    const calls = `for (const form of ${JSON.stringify(forms)}) console.log(await submitForm(form));`;
    const file = join(folder, outbox);
    const printed = await sandbox.run('ts', program + calls, {
      environment: { ...environment, LEAD_OUTBOX: file },
    });
    return {
      results: printed.trim().split('\n'),
      stored: await readFile(file, 'utf8').catch(() => ''),
    };
  }

  it('normalizes the phone number, omits empty values and queues the lead', async () => {
    const forms = ['+91 98765 43210', '098765 43211', '9876543212', '00 1 415-555-2671'].map(
      (phone) => ({ phone, name: ' Jane ', email: '' }),
    );
    const { results, stored } = await submit(forms, 'none');
    expect(results).toEqual(forms.map(() => 'queued'));
    expect(stored).toBe('');
    const { exchanges, dropped } = await sandbox.report();
    expect(exchanges.map(({ body }) => body)).toEqual(
      ['919876543210', '919876543211', '919876543212', '14155552671'].map((phone) => ({
        fields: { phone, name: 'Jane', contact_source: 'Website' },
      })),
    );
    expect(dropped).toEqual([]);
  });

  it('rejects an invalid phone number, and sends nothing', async () => {
    const typed = ['', '12', 'not a phone', 'null', '98765', '919', '+91 98765 43210 ext 5'];
    const { results, stored } = await submit(
      typed.map((phone) => ({ phone })),
      'junk',
    );
    expect(results).toEqual(typed.map(() => 'invalid phone'));
    expect(stored).toBe('');
    expect(await bodies()).toEqual([]);
  });

  it('stores the lead if the call fails, and sends it again later', async () => {
    const { results, stored } = await submit([{ phone: '9876543213' }], 'failed', badToken);
    expect(results).toEqual(['stored']);
    const lead = { fields: { phone: '919876543213', contact_source: 'Website' } };
    expect(JSON.parse(stored)).toEqual(lead);

    const resend = guideBlocks.filter(({ guide, language }) => {
      return guide === 'website-form' && language === 'ts';
    })[1]?.code;
    const program = `${resend}\nawait resend(); await resend(); await resend();`;
    const file = join(folder, 'failed');
    const failed = { environment: { ...badToken, LEAD_OUTBOX: file } };
    await expect(sandbox.run('ts', program, failed)).rejects.toThrow('Invalid or missing');
    const nextLead = { fields: { phone: '919876543214' } };
    await writeFile(file, `${JSON.stringify(nextLead)}\n{"fields":{"pho\n`);
    await sandbox.report();
    await sandbox.run('ts', program, { environment: { LEAD_OUTBOX: file } });
    expect(await bodies()).toEqual([lead, nextLead]);
    expect(await readFile(`${file}.invalid`, 'utf8')).toBe('{"fields":{"pho\n');
    const remaining = await Promise.all(
      [file, `${file}.sending`].map((it) => stat(it).catch(() => 0)),
    );
    expect(remaining).toEqual([0, 0]);
  });

  describe('in PHP', () => {
    async function post(phone: string, environment = {}): Promise<string> {
      const form = `$_POST = ${`['phone' => ${JSON.stringify(phone)}, 'name' => 'Jane', 'email' => '']`};`;
      const code = codeOf('website-form', 'php').replace('<?php', `<?php ${form}`);
      // The outbox is in the virtual file system of the PHP runtime.
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

    it.each(['', '12', 'not a phone', '919'])('rejects %j, and sends nothing', async (typed) => {
      expect(await post(typed)).toBe('Please enter a valid phone number.');
      expect(await bodies()).toEqual([]);
    });

    it('stores the lead if the call fails', async () => {
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

  it('sends submissions of Contact Form 7 and Elementor', async () => {
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

  it('rejects an invalid phone number during form validation', async () => {
    const printed = await run(`
      $_POST['your-phone'] = '12';
      $tag = (object) ['name' => 'your-phone'];
      echo json_encode(do_action('wpcf7_validate_tel*', new ValidationMessages(), $tag)->messages);
      $handler = new ValidationMessages();
      do_action('elementor_pro/forms/validation', new Elementor_Record(['phone' => 'none']), $handler);
      echo json_encode($handler->messages);`);
    expect(printed).toBe(
      '{"your-phone":"Please enter a valid phone number."}{"phone":"Please enter a valid phone number."}',
    );
  });

  it('does not send a submission without a phone number', async () => {
    await run(`$posted = ['your-email' => 'a@example.com']; do_action('wpcf7_before_send_mail');`);
    expect(await bodies()).toEqual([]);
  });

  it('retries later if the call fails, and saves the lead when it stops retrying', async () => {
    const submit = `$posted = ['your-phone' => '9876543212']; do_action('wpcf7_before_send_mail');`;
    await sandbox.fail('createOrUpdateLead');
    const afterOneFailure = await run(`${submit} echo $scheduled[0]['minutes']; run_scheduled();`);
    expect(afterOneFailure).toBe('2');
    const { exchanges } = await sandbox.report();
    expect(exchanges.map(({ status }) => status)).toEqual([500, 200]);

    const afterRetries = await run(
      `${submit}
      for ($i = 0; $i < 9; $i++) { if ($scheduled) echo $scheduled[0]['minutes'], ' '; run_scheduled(); }
      echo json_encode($options);`,
      badToken,
    );
    expect(afterRetries).toBe(
      '2 4 8 16 32 {"telecrm_failed_leads":[{"contact_source":"Website","phone":"919876543212"}]}',
    );
  });
});

describe('Google Apps Script', () => {
  const script = codeOf('google-apps-script', 'js');
  const header = ['name', 'phone', 'rating', 'interests', 'telecrm'];

  it('sends each row once and writes the outcome to its last column', async () => {
    const first = await runInAppsScript(sandbox.with(), script, [
      header,
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

  it('leaves a row for the next run if telecrm responds with 429', async () => {
    const sheet = [header, ['Jane', '9876543210', '', '', '']];
    await sandbox.fail('createOrUpdateLead', { status: 429 });
    const { rows } = await runInAppsScript(sandbox.with(), script, sheet);
    expect(rows[1]?.at(-1)).toBe('');
    const again = await runInAppsScript(sandbox.with(), script, rows);
    expect(again.rows[1]?.at(-1)).toBe('QUEUED');
  });

  it('throws if the token is wrong, and leaves the row unchanged', async () => {
    const sheet = [header, ['Jane', '9876543210', '', '', '']];
    const { rows, failure } = await runInAppsScript(sandbox.with(badToken), script, sheet);
    expect(failure).toBe('telecrm responded with 401.');
    expect(rows[1]?.at(-1)).toBe('');
  });

  it('does nothing while another run is in progress', async () => {
    const sheet = [header, ['Jane', '9876543210', '', '', '']];
    await runInAppsScript(sandbox.with({ LOCKED: '1' }), script, sheet);
    expect(await bodies()).toEqual([]);
  });
});
