import { exampleRequests } from '@telecrm/spec/model';
import { describe, expect, it } from 'vitest';
import { createSandbox } from '../create-sandbox.ts';
import { authOf, errorOf, operationsById } from '../testing/requests.ts';

const { fetch, baseUrls } = createSandbox({ strict: true });
const origin = baseUrls.async;
const enterprise = '/autoupdate/v2/enterprise/ent_sandbox';

async function responseTo(method: string, path: string) {
  const response = await fetch(origin + path, { method, headers: authOf.sync });
  return { status: response.status, headers: response.headers, ...(await errorOf(response)) };
}

describe('an unknown path', () => {
  it.each([
    ['POST', '/enterprise/ent_sandbox/lead', '/autoupdate/v2/enterprise/{enterpriseId}/lead'],
    ['GET', '/enterprise/e/team-members', '/autoupdate/v2/enterprise/{enterpriseId}/team-members'],
    [
      'POST',
      '/autoupdate/v2/enterprise/e/autoupdatelead',
      '/enterprise/{enterpriseId}/autoupdatelead',
    ],
    ['POST', '/v2/enterprise/e/autoupdatelead', '/enterprise/{enterpriseId}/autoupdatelead'],
    ['POST', `${enterprise}/team-members/state_change`, '{enterpriseId}/teammember/state_change'],
    ['POST', `${enterprise}/leads`, '{enterpriseId}/lead?'],
    ['POST', `${enterprise}/lead/`, 'A part of it is empty. Did you mean'],
    ['POST', `${enterprise}/lead/`, '{enterpriseId}/lead/{leadId}?'],
    ['GET', `${enterprise}/customfields`, '{enterpriseId}/custom-fields?'],
    ['POST', '/autoupdate/v2/enterprise//lead', 'A part of it is empty. Did you mean'],
    ['POST', '/autoupdate/v2/enterprise//lead', '{enterpriseId}/lead?'],
  ])('%s %s gets a suggestion of the most similar path', async (method, path, suggestion) => {
    const { status, code, message } = await responseTo(method, path);
    expect([status, code]).toEqual([404, 'NOT_FOUND']);
    expect(message).toContain(`Did you mean ${method} `);
    expect(message).toContain(suggestion);
  });

  it.each(['/', '/favicon.ico', `/${'a/'.repeat(3000)}`])(
    'names both base paths if no path is similar',
    async (path) => {
      const { status, message } = await responseTo('GET', path);
      expect(status).toBe(404);
      expect(message).toContain('/autoupdate/v2/');
      expect(message.length).toBeLessThan(200);
    },
  );
});

describe('an unsupported method', () => {
  it.each(operationsById)(
    'rejects it and names the supported ones for %s',
    async (_, operation) => {
      const [request] = exampleRequests(operation);
      const url = `${baseUrls[operation.api]}${request?.path}`;
      const response = await fetch(url, { method: 'DELETE' });
      expect(response.status).toBe(405);
      const allowed = response.headers.get('allow')?.split(', ');
      expect(allowed).toContain(operation.method);
      expect((await errorOf(response)).message).toContain(operation.method);
    },
  );

  it('lists all supported methods', async () => {
    const { headers } = await responseTo('PUT', `${enterprise}/lead/62ab16e`);
    expect(headers.get('allow')).toBe('GET, HEAD, POST');
  });

  it('does not match a path with a parameter at the same position', async () => {
    const { status, headers } = await responseTo('GET', `${enterprise}/lead/search?phone=91`);
    expect([status, headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('rejects it for the health check, too', async () => {
    const { status, headers } = await responseTo('POST', '/_sandbox/health');
    expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

it('responds to HEAD like GET, without a body', async () => {
  const url = `${origin}${enterprise}/metadata`;
  const response = await fetch(url, { method: 'HEAD', headers: authOf.sync });
  expect([response.status, await response.text()]).toEqual([200, '']);
  expect((await fetch(url, { method: 'HEAD' })).status).toBe(401);
});

it('responds to OPTIONS with the supported methods, without a token', async () => {
  const response = await fetch(`${origin}${enterprise}/lead/search`, { method: 'OPTIONS' });
  expect([response.status, response.headers.get('allow'), await response.text()]).toEqual([
    204,
    'POST',
    '',
  ]);
});

it('does not repeat the path', async () => {
  const { message } = await responseTo('POST', '/enterprise/secret-enterprise/laed');
  expect(message).not.toContain('secret-enterprise');
});
