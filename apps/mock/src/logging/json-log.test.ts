import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callerOf, send } from '@telecrm/caller';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { killAll, startCommand } from '../testing/command.ts';
import { sendRaw } from '../testing/raw.ts';
import { jsonLogTo } from './json-log.ts';

const folder = mkdtempSync(join(tmpdir(), 'telecrm-log-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(killAll);

/** The output lines of a command, parsed. */
async function runWith(use: (url: string) => Promise<void>, ...flags: string[]) {
  const all = ['--port', '0', '--log-format', 'json', ...flags];
  const { child, url, output } = await startCommand(...all);
  await use(url);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  const text = output();
  const lines = text.trim().split('\n');
  return { url, text, lines: lines.map((line): Record<string, unknown> => JSON.parse(line)) };
}

const at = (url: string) => callerOf({ url });

describe('telecrm-mock with --log-format json', () => {
  it('writes a line for its start, each request and its end', async () => {
    const { url, lines } = await runWith(async (origin) => {
      await at(origin).sync('GET', '/metadata');
      await at(origin).queue({ fields: { phone: '9999999999' } });
      await at(origin).control('GET', '/requests');
      await send(`${origin}/nowhere`);
      await send(`${origin}/_sandbox/ready`);
    });
    const level = 'info';
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    const request = (api: string, operation: string, method: string, status: number) => ({
      ...{ level, time, event: 'request', api, operation, method, status },
      durationMs: expect.any(Number),
    });
    expect(lines).toEqual([
      {
        level,
        time,
        event: 'listening',
        url,
        version: expect.any(String),
        fingerprint: expect.any(String),
      },
      request('sync', 'getEnterpriseMetadata', 'GET', 200),
      request('async', 'createOrUpdateLead', 'POST', 200),
      request('control', 'listRequests', 'GET', 200),
      request('none', 'none', 'GET', 404),
      { level, time, event: 'stopping', delayMs: 0 },
      { level, time, event: 'stopped', durationMs: expect.any(Number) },
    ]);
  });

  it('writes no value that was sent, wherever in a request', async () => {
    const secrets = ['sandbox-sync-token', 'tok_5ecret', '919812345678', 'jane@secret.example'];
    const { text } = await runWith(async (url) => {
      const { port } = new URL(url);
      for (const secret of secrets) {
        const body = { fields: { phone: secret, [secret]: secret }, actions: [{ type: secret }] };
        const headers = {
          authorization: `Bearer ${secret}`,
          'x-request-id': secret,
          cookie: secret,
        };
        const paths = [
          `/enterprise/${secret}/autoupdatelead`,
          `/autoupdate/v2/enterprise/ent_sandbox/lead/${secret}`,
          `/autoupdate/v2/enterprise/ent_sandbox/lead/search?token=${secret}`,
          `/${secret}?${secret}`,
          `/_sandbox/workspaces/${secret}/faults`,
          `/_sandbox/ready?${secret}`,
        ];
        for (const path of paths) {
          await send(`${url}${path}`, 'GET', undefined, headers);
          await send(`${url}${path}`, 'POST', body, headers);
          await send(`${url}${path}`, 'POST', `{"fields":{"phone":"${secret}`, headers);
        }
        await at(url).queue(body);
        await at(url).sync('POST', '/lead', body);
        await at(url).control('PUT', '/faults', [{ operationId: secret }]);
        for (const raw of [`GET /${secret} HTTP/1.1\r\n${secret}\r\n\r\n`, `${secret}\r\n\r\n`]) {
          await sendRaw(Number(port), raw);
        }
        await sendRaw(
          Number(port),
          `POST / HTTP/1.1\r\nHost: ${secret}\r\nConnection: close\r\n\r\n`,
        );
      }
    });
    expect(text.split('\n').length).toBeGreaterThan(60);
    for (const secret of secrets) expect(text).not.toContain(secret);
  });
});

describe('the audit trail in the log', () => {
  const token = 'the-admin-token';

  it.each([
    ['in memory', []],
    ['in SQLite', ['--state', join(folder, 'state')]],
  ])('has the caller and the operation of each change, %s', async (_, flags) => {
    let partnerId = '';
    let enterpriseId = '';
    const { text, lines } = await runWith(
      async (url) => {
        const call = (method: string, path: string, key: string, body?: unknown) =>
          send(`${url}/_sandbox/${path}`, method, body, { authorization: `Bearer ${key}` });
        const partner = await call('POST', 'partners', token, { name: 'Secret Agency' });
        partnerId = partner.body.partnerId;
        const { body } = await call('POST', 'workspaces', partner.body.key, {});
        enterpriseId = body.enterpriseId;
        await call('GET', 'workspaces', token);
        await call('DELETE', 'workspaces/5ecret-in-a-path', token);
        await call('DELETE', `workspaces/${enterpriseId}`, token);
      },
      ...['--admin-token', token, ...flags],
    );
    const of = (event: string) => lines.filter((line) => line.event === event);
    const nothing = { partnerId: null, enterpriseId: null, subject: null };
    const entry = (actor: string, operation: string, rest: object) =>
      expect.objectContaining({ actor, operation, ...nothing, ...rest });
    expect(of('audit')).toEqual([
      entry('admin', 'createPartner', { subject: partnerId, status: 201 }),
      entry('partner', 'createWorkspace', { partnerId, subject: enterpriseId, status: 201 }),
      entry('admin', 'deleteWorkspace', { status: 404 }),
      entry('admin', 'deleteWorkspace', { enterpriseId, status: 204 }),
    ]);
    expect(of('request').length).toBe(5);
    expect(text).not.toMatch(/the-admin-token|5ecret|Secret Agency/);
  });
});

it('writes an internal error with its name and stack trace', () => {
  const written: string[] = [];
  const log = jsonLogTo({ write: (line) => void written.push(line) });
  log.error('TypeError while answering a POST\n    at answer (file.js:1:2)');
  expect(JSON.parse(written.join(''))).toMatchObject({
    level: 'error',
    event: 'error',
    message: 'TypeError while answering a POST',
    stack: ['at answer (file.js:1:2)'],
  });
});
