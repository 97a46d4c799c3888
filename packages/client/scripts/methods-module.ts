import type { OpenAPI3 } from 'openapi-typescript';
import { nameOf, type ResponseSource, resolve, type SpecOperation } from './operations.ts';

interface Api {
  /** `sync` or `async`: the generated module that holds the API's types. */
  module: string;
  /** What the interface is called. */
  name: string;
  /** The type of every answer, where it is ours rather than the spec's. */
  answer?: { type: string; from: string };
}

/** The source of the interface with one typed method for each operation of an API. */
export function methodsModule(api: Api, document: OpenAPI3, operations: SpecOperation[]): string {
  const methods = operations.map((operation) => method(api, document, operation)).join('\n');
  const imports = [
    ['CallOptions', '../options.ts'],
    ['PagedMethod', '../paging.ts'],
    ['components', `./${api.module}.ts`],
    ['operations', `./${api.module}.ts`],
    [api.answer?.type ?? '', api.answer?.from ?? ''],
  ].filter(([name]) => name && new RegExp(`^[^*]*\\b${name}\\W`, 'm').test(methods));
  return `// Generated from @telecrm/spec; do not edit.
${imports.map(([name, from]) => `import type { ${name} } from '${from}';`).join('\n')}

/** The operations of the ${document.info.title}, each of them a method. */
export interface ${api.name} {
${methods}}
`;
}

function method(api: Api, document: OpenAPI3, operation: SpecOperation): string {
  const { id, summary, description, parameters, source } = operation;
  const body = source.requestBody;
  const members = parameters.map(({ name, required, description: doc, type }) =>
    member(name, required, doc, type),
  );
  if (body) members.push(member('body', body.required, body.description, bodyType(operation)));
  const input = members.length > 0 ? `{\n${members.join('')}  }` : 'Record<string, never>';
  const required = body?.required || parameters.some((parameter) => parameter.required);
  const answer = api.answer?.type ?? answerType(document, operation);
  const page = source['x-pagination'];
  const signature =
    page && !page.when
      ? `readonly ${id}: PagedMethod<\n    [input${required ? '' : '?'}: ${input}],\n    ${answer},\n    ${answer}['${page.items}'][number]\n  >;`
      : `${id}(input${required ? '' : '?'}: ${input}, options?: CallOptions): Promise<${answer}>;`;
  return `${comment(`${summary}.\n\n${description}`, '  ')}  ${signature}\n`;
}

function member(name: string, required = false, description = '', type = ''): string {
  return `${comment(description, '    ')}    ${name}${required ? '' : '?'}: ${type}${required ? '' : ' | undefined'};\n`;
}

function bodyType({ id, source }: SpecOperation): string {
  const inline = `NonNullable<operations['${id}']['requestBody']>['content']['application/json']`;
  return named(source.requestBody?.content) ?? inline;
}

function answerType(document: OpenAPI3, { id, source }: SpecOperation): string {
  const success = Object.entries(source.responses ?? {}).filter(([status]) => status[0] === '2');
  const [[status, response] = []] = success;
  if (success.length !== 1 || !status) {
    throw new Error(`${id} has ${success.length} answers of success, and a method resolves with one`);
  }
  // Only now is it known to be a response.
  const { content } = resolve(document, response) as ResponseSource;
  return (
    named(content) ?? `operations['${id}']['responses'][${status}]['content']['application/json']`
  );
}

function named(content: ResponseSource['content']): string | undefined {
  const schema = content?.['application/json']?.schema;
  if (!schema || !('$ref' in schema)) return undefined;
  return `components['schemas']['${nameOf({ $ref: String(schema.$ref) })}']`;
}

function comment(text: string, margin: string): string {
  const lines = text.trim().replaceAll('*/', '*\\/').split('\n');
  const [only] = lines;
  if (lines.length === 1) return only ? `${margin}/** ${only} */\n` : '';
  const rows = lines.map((line) => `${margin} * ${line}`.trimEnd());
  return `${margin}/**\n${rows.join('\n')}\n${margin} */\n`;
}
