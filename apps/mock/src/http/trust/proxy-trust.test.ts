import type { IncomingMessage } from 'node:http';
import { send } from '@telecrm/caller';
import { describe, expect, it } from 'vitest';
import { sandboxForThisFile } from '../../testing/mock.ts';
import { ProxyAddressError, trustProxies } from './proxy-trust.ts';

/** A request with the parts that the address is derived from. */
function from(remoteAddress: string, forwarded?: string): IncomingMessage {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  const incoming = { headers, socket: { remoteAddress } } as Partial<IncomingMessage>;
  return incoming as IncomingMessage;
}

describe('the caller', () => {
  it.each([
    ['a proxy says it', '10.1.2.3', '203.0.113.7', '203.0.113.7', true],
    ['two proxies say it', '10.1.2.3', '203.0.113.7, 10.9.9.9', '203.0.113.7', true],
    ['a caller invents an earlier one', '10.1.2.3', '127.0.0.1, 203.0.113.7', '203.0.113.7', true],
    ['nobody forwards', '10.1.2.3', undefined, '10.1.2.3', true],
    ['a stranger says it', '203.0.113.9', '127.0.0.1', '203.0.113.9', false],
    ['a stranger is near', '11.0.0.1', '127.0.0.1', '11.0.0.1', false],
  ])('is identified if %s', async (_, remote, forwarded, address, isProxied) => {
    const callerOf = await trustProxies(['10.0.0.0/8']);
    expect(callerOf(from(remote, forwarded))).toEqual({ address, isProxied });
  });

  it('is the connection if no proxy is trusted', async () => {
    const callerOf = await trustProxies([]);
    const caller = { address: '127.0.0.1', isProxied: false };
    expect(callerOf(from('127.0.0.1', '203.0.113.7'))).toEqual(caller);
  });

  it('cannot be configured with an invalid address', async () => {
    await expect(trustProxies(['nowhere'])).rejects.toThrow(ProxyAddressError);
  });
});

it('does not get access to the control surface by headers of an untrusted proxy', async () => {
  const mock = await sandboxForThisFile({ trustProxy: ['192.0.2.1'] });
  const headers = { 'x-forwarded-for': '127.0.0.1' };
  const { status } = await send(`${mock.url}/_sandbox/workspaces`, 'GET', undefined, headers);
  expect(status).toBe(403);
});
