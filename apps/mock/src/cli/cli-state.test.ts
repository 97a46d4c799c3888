import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callerOf, send } from '@telecrm/caller';
import { postgresUrl } from '@telecrm/sql/testing/vitest';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { killAll, runToEnd, startCommand, startCommandIn } from '../testing/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'telecrm-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(killAll);

const at = (url: string) => callerOf({ url });
const lead = { fields: { phone: '919999999999' } };

describe('telecrm-mock with --state', () => {
  it('finishes the queue at SIGTERM and exits with 0 within 5 s', async () => {
    const file = join(folder, 'term');
    const flags = ['--state', file, '--async-delay', '600000', '--strict'];
    const { child, url } = await startCommand('--port', '0', ...flags);
    const { queue } = at(url);
    for (let number = 0; number < 200; number++) {
      await queue({ fields: { phone: `9199999990${String(number).padStart(2, '0')}` } });
    }
    const started = performance.now();
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    // It can take longer than five seconds on a busy machine, but not the ten minutes of the queue's delay.
    expect(performance.now() - started).toBeLessThan(30_000);

    const again = await startCommand('--port', '0', '--state', file, '--async-delay', '600000');
    const { body } = await at(again.url).control('GET', '/ingestions?limit=1000');
    expect(body.total_count).toBe(200);
    const states = body.data.map((one: { state: string }) => one.state);
    expect(new Set(states)).toEqual(new Set(['PROCESSED']));
  });

  it('stops at SIGHUP, and at a second Ctrl-C', async () => {
    for (const signals of [['SIGHUP'], ['SIGINT', 'SIGINT', 'SIGINT']] as const) {
      const file = join(folder, `${signals.length}`);
      const { child, url } = await startCommand('--port', '0', '--state', file);
      await at(url).sync('POST', '/lead', lead);
      for (const signal of signals) child.kill(signal);
      expect(await once(child, 'exit')).toEqual([0, null]);
      const again = await startCommand('--port', '0', '--state', file);
      expect((await at(again.url).sync('POST', '/lead', lead)).status).toBe(409);
    }
  });

  it('does not start with a file of another program, and leaves it unchanged', async () => {
    const file = join(folder, 'foreign.json');
    writeFileSync(file, '{"mine": tr');
    const { code, stdout, stderr } = await runToEnd('--port', '0', '--state', file);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^telecrm-mock: cannot use .*foreign\.json: .*\n$/);
    expect(readFileSync(file, 'utf8')).toBe('{"mine": tr');
  });
});

describe('telecrm-mock with a database URL', () => {
  it('accepts a URL from a flag or from the environment, and continues after a restart', async () => {
    const url = await postgresUrl();
    const first = await startCommand('--port', '0', '--database-url', url);
    await at(first.url).sync('POST', '/lead', lead);
    const second = await startCommandIn({ DATABASE_URL: url }, '--port', '0');
    expect((await at(second.url).sync('POST', '/lead', lead)).status).toBe(409);
  });

  it.each([
    [['--database-url', 'mysql://localhost/x'], 2, '--database-url must have the form postgres://'],
    [['--database-url', 'postgres://x', '--state', 'y'], 2, 'not both'],
    [['--database-url', 'postgres://me:secret@127.0.0.1:1/x'], 1, 'cannot be reached'],
  ])('rejects %j in one line, without the password', async (flags, exitCode, why) => {
    const { code, stderr } = await runToEnd('--port', '0', ...flags);
    expect(code).toBe(exitCode);
    expect(stderr).toMatch(/^telecrm-mock: [^\n]+\n$/);
    expect(stderr).toContain(why);
    expect(stderr).not.toContain('secret');
  });
});

describe('telecrm-mock with other flags', () => {
  it('applies them', async () => {
    const { url } = await startCommand(
      ...['--port', '0', '--deterministic', '--rate-limit', '1', '--control-token', 'open-sesame'],
    );
    const { sync, control } = at(url);
    const response = await sync('POST', '/lead', lead);
    expect(response.body.lead_id).toMatch(/^5a/);
    const second = await sync('GET', '/metadata');
    expect([second.status, second.headers.get('retry-after')]).toEqual([429, '3600']);
    expect((await control('GET', '/requests')).status).toBe(401);
  });

  it('reads the control token from the environment, because containers may have no flags', async () => {
    const { url } = await startCommandIn({ TELECRM_CONTROL_TOKEN: 'open-sesame' }, '--port', '0');
    const requests = `${url}/_sandbox/workspaces/ent_sandbox/requests`;
    expect((await send(requests)).status).toBe(401);
    const headers = { authorization: 'Bearer open-sesame' };
    expect((await send(requests, 'GET', undefined, headers)).status).toBe(200);
  });

  it('does not add the examples to a workspace without storage', async () => {
    const { url } = await startCommand('--port', '0', '--stateless');
    const { sync } = at(url);
    expect((await sync('POST', '/lead', lead)).status).toBe(201);
    expect((await sync('POST', '/lead', lead)).status).toBe(201);
  });

  it.each([
    [['--rate-limit', '0'], '--rate-limit must be a whole number'],
    [['--rate-limit', 'many'], '--rate-limit must be a whole number'],
    [['--async-delay', '-5'], '--async-delay'],
    [['--async-delay', '1s'], '--async-delay must be a whole number'],
    [['--control-token', 'short'], '--control-token must have at least 8'],
    [['--control-token', 'two words'], '--control-token must'],
    [['--state', ''], '--state needs the name of a file'],
    [['--stateless=yes'], '--stateless'],
  ])('rejects %j', async (flags, why) => {
    const { code, stdout, stderr } = await runToEnd(...flags);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^telecrm-mock: [^\n]+\n$/);
    expect(stderr).toContain(why);
  });
});
