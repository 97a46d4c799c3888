import type { Api, Operation } from './api.ts';

/** The workspace every sandbox starts with. */
const sandbox = {
  enterpriseId: 'ent_sandbox',
  tokens: { sync: 'sandbox-sync-token', async: 'sandbox-async-token' },
};

/** A curl command that calls an operation in the sandbox and survives being pasted into a shell. */
export function curl(api: Api, { method, path, bodies }: Operation): string {
  const url = api.sandbox + path.replace('{enterpriseId}', sandbox.enterpriseId);
  const lines = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}${quote(url)}`,
    `-H ${quote(`Authorization: Bearer ${sandbox.tokens[api.slug]}`)}`,
  ];
  const body = shortest(bodies);
  if (body !== undefined) {
    lines.push(`-H ${quote('Content-Type: application/json')}`);
    lines.push(`-d ${quote(JSON.stringify(body, null, 2))}`);
  }
  return lines.join(' \\\n  ');
}

/** The operation that shows an API best in one call: for Sync the read with the shortest answer, for Async a write. */
export function firstCall(api: Api): Operation {
  const callable = api.operations.filter(
    ({ path }) => !path.replace('{enterpriseId}', '').includes('{'),
  );
  const wanted = callable.filter(({ method }) => (method === 'GET') === (api.slug === 'sync'));
  const [found] = wanted.toSorted((a, b) => lengthOf(a.answers[0]) - lengthOf(b.answers[0]));
  if (!found) throw new Error(`no operation of ${api.title} can be called without an ID`);
  return found;
}

function shortest(values: unknown[]): unknown {
  return values.toSorted((a, b) => lengthOf(a) - lengthOf(b))[0];
}

function lengthOf(value: unknown): number {
  return JSON.stringify(value ?? null).length;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
