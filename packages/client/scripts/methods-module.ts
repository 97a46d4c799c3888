import type { ApiModel, JsonContent, Operation, Parameter } from '@telecrm/spec/model';
import { inputsOf } from './inputs.ts';
import { successOf } from './success.ts';

interface Names {
  /** `sync` or `async`: the generated module that holds the API's types. */
  module: string;
  /** The name of the interface. */
  name: string;
  /** The type of every response, if the client defines it instead of the spec. */
  response?: { type: string; from: string };
  /** The types that are generic over a workspace. They replace those of the spec. */
  workspace?: WorkspaceModules;
}

/** The types of the client that are generic over a workspace, by the name in the spec. */
export interface WorkspaceModules {
  /** The modules of request and response bodies. Each type has the name of its schema. */
  readonly schemas: ReadonlyMap<string, string>;
  /** Types of parameters, by the name of the component. */
  readonly parameters: ReadonlyMap<string, { readonly type: string; readonly from: string }>;
}

/** The source of the interface with one typed method for each operation of an API. */
export function methodsModule(names: Names, { title, operations }: ApiModel): string {
  const methods = operations.map((operation) => method(names, operation)).join('\n');
  const imports = [
    ['CallOptions', '../clients/options.ts'],
    ['PagedMethod', '../paging/paged-method.ts'],
    ['components', `./${names.module}.ts`],
    ['operations', `./${names.module}.ts`],
    ['UnlessPaged', '../paging/paged-method.ts'],
    [names.response?.type ?? '', names.response?.from ?? ''],
    ...(names.workspace?.schemas ?? []),
    ...[...(names.workspace?.parameters.values() ?? [])].map(({ type, from }) => [type, from]),
  ].filter(([name]) => name && new RegExp(`^[^*]*\\b${name}\\W`, 'm').test(methods));
  const generic = names.workspace ? '<in out W extends WorkspaceTypes = AnyWorkspace>' : '';
  if (names.workspace) {
    imports.push(['AnyWorkspace', '../workspace/any-workspace.ts']);
    imports.push(['WorkspaceTypes', '../workspace-types.ts']);
  }
  return `// Generated from @telecrm/spec; do not edit.
${imports.map(([name, from]) => `import type { ${name} } from '${from}';`).join('\n')}

/** The operations of the ${title} as methods. */
export interface ${names.name}${generic} {
${methods}}
`;
}

function method(names: Names, operation: Operation): string {
  const { id, summary, description, requestBody, pagination } = operation;
  const inputs = inputsOf(operation);
  const members = inputs.map((input) =>
    member(input.name, input.required, input.description, parameterType(names, operation, input)),
  );
  if (requestBody) {
    const type = contentType(names, requestBody, requestBodyOf(operation));
    members.push(member('body', requestBody.required, requestBody.description, type));
  }
  const input = members.length > 0 ? `{\n${members.join('')}  }` : 'Record<string, never>';
  const optional = requestBody?.required || inputs.some(({ required }) => required) ? '' : '?';
  const response = names.response?.type ?? responseType(names, operation);
  const page = pagination?.when
    ? `,\n    [input: UnlessPaged<${input}, '${pagination.when}', '${pagination.skip}' | '${pagination.limit}'>]`
    : '';
  const signature = pagination
    ? `readonly ${id}: PagedMethod<\n    [input${optional}: ${input}],\n    ${response},\n    NonNullable<${response}['${pagination.items}']>[number]${page}\n  >;`
    : `${id}(input${optional}: ${input}, options?: CallOptions): Promise<${response}>;`;
  return `${comment(`${summary}.\n\n${description}`, '  ')}  ${signature}\n`;
}

function member(name: string, required: boolean, description: string, type: string): string {
  return `${comment(description, '    ')}    ${name}${required ? '' : '?'}: ${type}${required ? '' : ' | undefined'};\n`;
}

function parameterType(
  { workspace }: Names,
  { id }: Operation,
  { name, in: place, component }: Parameter,
): string {
  const own = workspace?.parameters.get(component ?? '');
  if (own) return `${own.type}<W>`;
  if (component) return `components['parameters']['${component}']`;
  return `NonNullable<operations['${id}']['parameters']['${place}']>['${name}']`;
}

function requestBodyOf({ id }: Operation): string {
  return `NonNullable<operations['${id}']['requestBody']>`;
}

function responseType(names: Names, operation: Operation): string {
  const success = successOf(operation);
  return contentType(
    names,
    success,
    `operations['${operation.id}']['responses'][${success.status}]`,
  );
}

function contentType({ workspace }: Names, { schemaName }: JsonContent, inline: string): string {
  if (schemaName && workspace?.schemas.has(schemaName)) return `${schemaName}<W>`;
  return schemaName
    ? `components['schemas']['${schemaName}']`
    : `${inline}['content']['application/json']`;
}

function comment(text: string, margin: string): string {
  const lines = text.trim().replaceAll('*/', '*\\/').split('\n');
  const [only] = lines;
  if (lines.length === 1) return only ? `${margin}/** ${only} */\n` : '';
  const rows = lines.map((line) => `${margin} * ${line}`.trimEnd());
  return `${margin}/**\n${rows.join('\n')}\n${margin} */\n`;
}
