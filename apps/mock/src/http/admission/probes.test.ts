import { send } from '@telecrm/caller';
import { describe, expect, it } from 'vitest';
import { sandboxForThisFile } from '../../testing/mock.ts';
import { sendRaw } from '../../testing/raw.ts';

const mock = await sandboxForThisFile({ controlToken: 'a-control-token' });

describe('the probes of an orchestrator', () => {
  it.each([
    ['live', 'live'],
    ['ready', 'ready'],
  ])('respond at /_sandbox/%s without a token', async (probe, status) => {
    const response = await send(`${mock.url}/_sandbox/${probe}`);
    expect([response.status, response.body]).toEqual([200, { status }]);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('accept any Host header, because clusters call pods by address', async () => {
    const head = 'GET /_sandbox/ready HTTP/1.1\r\nHost: 10.1.2.3:4010\r\nConnection: close\r\n\r\n';
    expect((await sendRaw(mock.port, head)).status).toBe(200);
  });

  it('reject other methods', async () => {
    const { status, headers, body } = await send(`${mock.url}/_sandbox/live`, 'DELETE');
    expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    expect(body.error.code).toBe('METHOD_NOT_ALLOWED');
  });
});
