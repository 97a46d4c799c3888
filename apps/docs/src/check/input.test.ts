import { describe, expect, it } from 'vitest';
import { readInput as readInputWith } from './input.ts';

const readInput = (text: string) => readInputWith(text, () => import('./fetch-call.ts'));

const body = { fields: { phone: '919999999999' } };
const json = JSON.stringify(body);

async function bodies(text: string): Promise<unknown> {
  const input = await readInput(text);
  return input.kind === 'payloads' ? input.payloads.map((payload) => payload.body) : input;
}

describe('readInput with JSON', () => {
  it.each([
    ['a payload', json, [body]],
    ['a list of payloads', `[${json}, ${json}]`, [body, body]],
    ['NDJSON', `${json}\n${json}\n`, [body, body]],
  ])('reads %s', async (_, text, expected) => {
    expect(await bodies(text)).toEqual(expected);
  });

  it('explains a syntax error', async () => {
    expect(await readInput('{ "fields": ')).toMatchObject({
      kind: 'problem',
      problem: 'The body is not JSON: unexpected end. Close every quote and bracket.',
    });
  });

  it.each(['[]', ' [ ]\n', "curl https://next.telecrm.in/autoupdate/v2/x -d '[]'"])(
    'asks for a lead instead of the empty list in %j',
    async (text) => {
      expect(await readInput(text)).toEqual({
        kind: 'problem',
        problem:
          'There is no lead in this list. Put at least one in, such as [{ "fields": { "phone": "919999999999" } }].',
      });
    },
  );

  it('contains the fix for a common mistake', async () => {
    expect(await readInput('{ "fields": {}, }')).toMatchObject({
      problem: expect.stringContaining('Remove the comma before the closing bracket.'),
    });
  });
});

describe('readInput with a curl command', () => {
  const url = 'https://next-api.telecrm.in/enterprise/e/autoupdatelead';

  it.each([
    [
      'line continuations',
      `curl '${url}' \\\n  -H 'Content-Type: application/json' \\\n  --data '${json}'`,
    ],
    ['short flags', `curl -sS -XPOST ${url} -d '${json}'`],
    ['flags with = before the value', `curl --url=${url} --data-raw='${json}'`],
    ['double quotes', `curl "${url}" -d "${json.replaceAll('"', '\\"')}"`],
    ['ANSI quotes, as copied from a browser', `curl '${url}' --data-raw $'${json}' --compressed`],
    ['cmd on Windows', `curl ^"${url}^" ^\n  -d ^"${json.replaceAll('"', '\\^"')}^"`],
    ['a terminal with its prompt', `$ curl ${url} --json '${json}'`],
    ['other flags with values', `curl -o out.txt -m 5 -A agent ${url} -d '${json}'`],
  ])('reads %s', async (_, text) => {
    const input = await readInput(text);
    expect(input).toMatchObject({ kind: 'payloads', api: 'async', payloads: [{ body }] });
  });

  it('recognizes the Sync API by its URL', async () => {
    const text = `curl https://next.telecrm.in/autoupdate/v2/enterprise/e/lead -d '${json}'`;
    expect(await readInput(text)).toMatchObject({ api: 'sync' });
  });

  it.each([
    ['curl https://x', 'has no body'],
    ["curl https://x -d '{", 'quote in the command is never closed'],
    ['curl https://x -d @lead.json', 'The body is in a file'],
    ['curl https://x -F phone=91', 'telecrm expects JSON'],
  ])('explains why it rejects %s', async (text, reason) => {
    expect(await readInput(text)).toMatchObject({
      kind: 'problem',
      problem: expect.stringContaining(reason),
    });
  });
});

describe('readInput with a fetch call', () => {
  it.each([
    [
      'from JSON.stringify',
      `await fetch('https://x/autoupdatelead', { method: 'POST', body: JSON.stringify(${json}) })`,
    ],
    ['from a string', `fetch("https://x/autoupdatelead", { body: '${json}' });`],
    [
      'from constants',
      `const phone = '919999999999';\nconst body = { fields: { phone } };\nconst url = 'https://x/autoupdatelead';\nfetch(url, { method: 'POST', body: JSON.stringify(body) });`,
    ],
    [
      'inside a function',
      `async function send() {\n  const response = await fetch(\`https://x/autoupdatelead\`, { body: JSON.stringify({ fields: { ['phone']: '91' + '9999999999' } }) });\n  return response.json();\n}`,
    ],
    [
      'in TypeScript',
      `const sent: Response = await fetch('https://x/autoupdatelead', { body: JSON.stringify(${json}) });`,
    ],
  ])('reads the body %s', async (_, text) => {
    expect(await readInput(text)).toMatchObject({
      kind: 'payloads',
      api: 'async',
      payloads: [{ body, variables: [] }],
    });
  });

  it('lists the values that the program computes', async () => {
    const text =
      'fetch(url, { body: JSON.stringify({ fields: { phone: form.phone, name: a + " b", rating: 3 } }) })';
    expect(await readInput(text)).toMatchObject({
      payloads: [{ variables: ['fields.phone', 'fields.name'] }],
    });
  });

  it('explains that the body is missing', async () => {
    expect(await readInput('fetch(url, { method: "POST", body: payload })')).toMatchObject({
      kind: 'problem',
      problem: expect.stringContaining('is a variable'),
    });
  });

  it('does not execute the program', async () => {
    await readInput('fetch(url, { body: JSON.stringify({ a: (globalThis.hacked = true) }) })');
    expect('hacked' in globalThis).toBe(false);
  });
});

it.each([
  'Name,Mobile\nAsha,919999999999',
  '"Name","Mobile"\n"Asha","91"',
  'Name;Mobile\na;b',
  'words',
])('treats %j as a table', async (text) => {
  expect(await readInput(text)).toMatchObject({ kind: 'table' });
});
