import type { Api, Operation } from '../spec/api.ts';
import type { SampleRequest } from '../spec/requests.ts';

const clients = {
  sync: { create: 'createSyncClient', name: 'telecrm' },
  async: { create: 'createAsyncClient', name: 'ingest' },
};

/** Writes a request as a call of our client, which takes workspace, token and address from the environment. */
export function writeTypeScript(
  { parameters, body }: SampleRequest,
  { id }: Operation,
  { slug }: Api,
): string {
  const { create, name } = clients[slug];
  const given = { ...parameters, ...(body !== undefined && { body }) };
  const call =
    Object.keys(given).length > 0 ? literal(given, '', `${name}.${id}()`.length + 21) : '';
  return `import { ${create} } from '@telecrm/client';

const ${name} = ${create}();

const answer = await ${name}.${id}(${call});
console.log(answer);`;
}

/** A value as a person would write it; `used` is what the first line holds already. */
export function literal(value: unknown, indent = '', used = 0): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const write = (deeper: string) =>
    Array.isArray(value)
      ? value.map((item) => literal(item, deeper, deeper.length))
      : Object.entries(value).map(([key, item]) => {
          const name = /^[A-Za-z_$][\w$]*$/.test(key) ? key : quote(key);
          return `${name}: ${literal(item, deeper, deeper.length + name.length + 2)}`;
        });
  const parts = write(inner);
  if (parts.length === 0) return `${open}${close}`;
  const space = open === '{' ? ' ' : '';
  const short = `${open}${space}${parts.join(', ')}${space}${close}`;
  if (!short.includes('\n') && used + short.length <= 80) return short;
  return `${open}\n${parts.map((part) => `${inner}${part},\n`).join('')}${indent}${close}`;
}

function quote(text: string): string {
  const json = JSON.stringify(text);
  return text.includes("'") ? json : `'${json.slice(1, -1).replaceAll('\\"', '"')}'`;
}
