import { sandbox } from '@telecrm/mock';

/** What is measured. */
export type Kind = 'create lead' | 'get lead' | 'search by identifier';

export const kinds: readonly Kind[] = ['create lead', 'get lead', 'search by identifier'];

/** A lead that the default workspace of the sandbox holds, and that plain Prism takes for any other. */
const known = '603d2b2f9b1e8a001c8e4f5c';

/** The identifier of the lead of that number. */
export function phoneOf(number: number): string {
  return `9198${String(number).padStart(8, '0')}`;
}

/**
 * The bytes of the request of that number. A search looks for one of the leads created so far.
 *
 * @param base The path before `/enterprise`.
 */
export function requestOf(kind: Kind, base: string, number: number, leads: number): string {
  const lead = `${base}/enterprise/${sandbox.enterpriseId}/lead`;
  switch (kind) {
    case 'create lead':
      return post(lead, {
        fields: { name: 'Jane Doe', phone: phoneOf(number), email: 'jane.doe@example.com' },
        actions: [{ type: '1001', fields: { note: 'Site visit completed' } }],
      });
    case 'get lead':
      return head('GET', `${lead}/${known}`, '');
    case 'search by identifier':
      return post(`${lead}/search`, { fields: { phone: phoneOf((number * 7919) % leads) } });
  }
}

function post(path: string, body: object): string {
  const text = JSON.stringify(body);
  const more = `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\n`;
  return head('POST', path, more) + text;
}

function head(method: string, path: string, more: string): string {
  const token = `Authorization: Bearer ${sandbox.tokens.sync}`;
  return `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${token}\r\n${more}\r\n`;
}
