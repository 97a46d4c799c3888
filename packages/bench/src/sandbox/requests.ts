import { apis } from '@telecrm/spec/model';

const { sandboxEnterpriseId, sandboxToken } = apis().sync;

/** The calls that are measured. */
export type Call = 'create lead' | 'get lead' | 'search by identifier';

export const calls: readonly Call[] = ['create lead', 'get lead', 'search by identifier'];

/** One HTTP request without its origin. */
export interface HttpRequest {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
}

const headers = { Authorization: `Bearer ${sandboxToken}` };

/** A lead in the default workspace of the sandbox; the peers accept any ID. */
const seededLead = '603d2b2f9b1e8a001c8e4f5c';

/** The phone of the lead with this number. */
export function phoneOf(number: number): string {
  return `9198${String(number).padStart(8, '0')}`;
}

/**
 * The request with this number: each creates another lead, and searches find one of the leads created so far.
 *
 * @param base The path before `/enterprise`.
 */
export function requestOf(call: Call, base: string, number: number, leads: number): HttpRequest {
  const path = `${base}/enterprise/${sandboxEnterpriseId}/lead`;
  switch (call) {
    case 'create lead':
      return post(path, {
        fields: { name: 'Jane Doe', phone: phoneOf(number), email: 'jane.doe@example.com' },
        actions: [{ type: '1001', fields: { note: 'Site visit completed' } }],
      });
    case 'get lead':
      return { method: 'GET', path: `${path}/${seededLead}`, headers, body: undefined };
    case 'search by identifier':
      return post(`${path}/search`, { fields: { phone: phoneOf((number * 7919) % leads) } });
  }
}

/** A request that violates the spec: a server that validates rejects it. */
export function invalidRequest(base: string): HttpRequest {
  return post(`${base}/enterprise/${sandboxEnterpriseId}/lead`, { fields: 'none' });
}

function post(path: string, body: object): HttpRequest {
  return {
    method: 'POST',
    path,
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  };
}
