import type { ApiModel, Operation } from '@telecrm/spec/model';
import { type LiteralSyntax, writeLiteral } from './literal.ts';
import type { SampleRequest } from './requests.ts';

const clients = {
  sync: { create: 'createSyncClient', name: 'telecrm' },
  async: { create: 'createAsyncClient', name: 'ingest' },
};

/** Writes a request as a call of our client, which reads the enterprise ID, token and base URL from the environment. */
export function writeTypeScript(
  { parameters, body }: SampleRequest,
  { id }: Operation,
  api: ApiModel,
): string {
  const { create, name } = clients[api.name];
  const options = { ...parameters, ...(body !== undefined && { body }) };
  const start = `const result = await ${name}.${id}(`;
  const argument =
    Object.keys(options).length > 0
      ? writeLiteral(options, typescriptSyntax, { used: start.length + ');'.length })
      : '';
  return `import { ${create} } from '@telecrm/client';

const ${name} = ${create}();

${start}${argument});
console.log(result);
`;
}

/** The syntax of TypeScript. */
export const typescriptSyntax: LiteralSyntax = {
  string: quote,
  keyword: String,
  key: (name) => `${/^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name)}: `,
  list: ['[', ']'],
  object: ['{ ', ' }'],
  emptyObject: '{}',
  lastComma: ',',
  indent: '  ',
};

function quote(text: string): string {
  const json = JSON.stringify(text);
  return text.includes("'") ? json : `'${json.slice(1, -1).replaceAll('\\"', '"')}'`;
}
