import { fileURLToPath } from 'node:url';
import type {
  JsonContent,
  OpenApiDocument,
  Operation,
  Resolver,
  Schema,
} from '@telecrm/spec/model';
import { Ajv, type Options } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import ajvFormats from 'ajv-formats';
import { build } from 'esbuild';
import { fullFormats } from './formats.ts';
import { mergeReferences, parametersSchema, relax, withoutProse } from './schemas.ts';

/** One OpenAPI document with its operations. */
export interface Source {
  document: OpenApiDocument;
  operations: readonly Operation[];
  resolver: Resolver;
}

/** The operations to compile validators for. */
export interface ValidatorOptions {
  /** Operations whose bodies are validated. */
  bodies: readonly Source[];
  /** Operations whose parameters and responses are validated. */
  others: readonly Source[];
}

/**
 * Compiles the validators of requests and responses to one module without imports: plain functions that need no `eval`.
 * The schemas are JSON Schema 2020-12, as in OpenAPI 3.1, but use only keywords that Ajv's smaller class for draft-07
 * supports.
 */
export function generateValidators({ bodies, others }: ValidatorOptions): Promise<string> {
  for (const { document } of [...bodies, ...others]) assertKnownKeywords(document);
  return bundle({
    // Validates a body and stops at the first error. Every request needs it.
    first: withoutContext(compileBodies(bodies, { messages: false })),
    // Finds all errors, for the message.
    all: withoutContext(compileBodies(bodies, { messages: false, allErrors: true, verbose: true })),
    // Converts text in the URL to numbers and booleans.
    parameters: compileParameters(others),
    responses: withoutContext(withoutParams(compileResponses(others))),
  });
}

/**
 * Keywords of 2020-12 that draft-07 does not have. Ajv's class for 2020-12 would make all validators a fifth larger.
 */
const newKeywords =
  /^(?:\$anchor|\$dynamic\w+|dependent\w+|(?:max|min)Contains|prefixItems|unevaluated\w+)$/;

function assertKnownKeywords(document: OpenApiDocument): void {
  JSON.stringify(document.components?.schemas ?? {}, (key, value) => {
    if (newKeywords.test(key)) throw new Error(`Compile ${key} with Ajv's class for 2020-12`);
    return value;
  });
}

/** The location of a value in its parent, which only the coercion of parameters needs. */
function withoutContext(code: string): string {
  return code
    .replaceAll(', parentData, parentDataProperty, rootData=data', '')
    .replaceAll(/,parentData(?::[^{},]*)?,parentDataProperty(?::[^{},]*)?,rootData(?=\})/g, '');
}

/** The values that a rule allows. No message about a response contains them. */
function withoutParams(code: string): string {
  return code.replaceAll(/,params:\{[^{}]*\}/g, '');
}

function compileBodies(sources: readonly Source[], options: Options): string {
  const ajv = createAjv(options);
  const names: Record<string, string> = {};
  const firstOf = new Map<string, string>();
  const aliases: string[] = [];
  for (const { document, operations, resolver } of sources) {
    const api = operations[0]?.api ?? '';
    const relaxed: Record<string, Schema> = {};
    for (const operation of operations) {
      const { id, requestBody } = operation;
      if (requestBody) {
        // Operations with the same schema share one validator, because Ajv would declare it twice.
        const reference = api + referenceOf(requestBody);
        const known = firstOf.get(reference);
        if (known !== undefined) {
          aliases.push(`export const ${id} = ${known};`);
        } else {
          firstOf.set(reference, id);
          names[id] = reference;
        }
      }
      const schema = relax(resolver, operation);
      if (schema === undefined) continue;
      relaxed[id] = schema;
      names[`${id}_relaxed`] = `${api}#/relaxed/${id}`;
    }
    const merged = mergeReferences(resolver, { ...document, relaxed });
    ajv.addSchema(withoutProse(merged), api);
  }
  return [standalone.default(ajv, names), ...aliases].join('\n');
}

function compileParameters(sources: readonly Source[]): string {
  const ajv = createAjv({ messages: false, verbose: true, allErrors: true, coerceTypes: true });
  const names: Record<string, string> = {};
  const firstOf = new Map<string, string>();
  const aliases: string[] = [];
  for (const { id, parameters } of sources.flatMap(({ operations }) => operations)) {
    for (const relaxed of [false, true]) {
      const schema = parametersSchema(parameters, { relaxed });
      if (schema === undefined) continue;
      const name = relaxed ? `${id}_relaxed` : id;
      // Operations with the same parameters share one validator.
      const text = JSON.stringify(schema);
      const known = firstOf.get(text);
      if (known !== undefined) {
        aliases.push(`export const ${name} = ${known};`);
        continue;
      }
      firstOf.set(text, name);
      ajv.addSchema(schema, name);
      names[name] = name;
    }
  }
  return [standalone.default(ajv, names), ...aliases].join('\n');
}

/** The first error of a response is enough. */
function compileResponses(sources: readonly Source[]): string {
  const ajv = createAjv({ messages: false });
  const names: Record<string, string> = {};
  for (const { document, operations } of sources) {
    ajv.addSchema(withoutProse(document), operations[0]?.api ?? '');
    for (const { api, responses } of operations) {
      for (const { content } of responses) {
        if (content) names[responseName(api, content)] = api + referenceOf(content);
      }
    }
  }
  return standalone.default(ajv, names);
}

/** The name under which the validator of a response is exported; responses with the same schema share it. */
export function responseName(api: string, { schemaName, pointer }: JsonContent): string {
  return `${api}_${schemaName ?? pointer.replaceAll(/\W+/g, '_')}`;
}

function referenceOf({ schema, pointer }: JsonContent): string {
  return encodeURI(schema.$ref ?? pointer);
}

function createAjv(options: Options): Ajv {
  const ajv = new Ajv({
    ...options,
    strict: false,
    logger: false,
    validateSchema: false,
    inlineRefs: false,
    code: { source: true, esm: true },
  });
  // Formats that only the spec defines always have a pattern.
  ajvFormats.default(ajv);
  // Its schemas have `type: integer`, which is all that can be validated of a JSON number.
  ajv.addFormat('int64', true);
  return ajv;
}

/** Inlines the few functions of Ajv that compiled code calls. */
async function bundle(modules: Readonly<Record<string, string>>): Promise<string> {
  const names = Object.keys(modules);
  assertKnownFormats(Object.values(modules).join('\n'));
  const { outputFiles } = await build({
    stdin: {
      contents: names.map((name) => `export * as ${name} from 'compiled:${name}';`).join('\n'),
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['main'],
    minify: true,
    target: 'es2022',
    plugins: [
      {
        name: 'compiled',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^ajv-formats\// }, () => ({ path: formatsFile }));
          onResolve({ filter: /^compiled:/ }, ({ path }) => ({ path, namespace: 'compiled' }));
          onLoad({ filter: /.*/, namespace: 'compiled' }, ({ path }) => ({
            contents: modules[path.slice('compiled:'.length)] ?? '',
            resolveDir: import.meta.dirname,
          }));
        },
      },
    ],
  });
  // The path of a rule in the schema is a tenth of the code, and no message contains it.
  return (outputFiles[0]?.text ?? '').replaceAll(/schemaPath:"[^"]*",/g, '');
}

const formatsFile = fileURLToPath(new URL('formats.ts', import.meta.url));

/** A format with a pattern is inlined in the code; the others are imported from our module. */
function assertKnownFormats(code: string): void {
  for (const [, name = ''] of code.matchAll(/\bfullFormats\W+([\w-]+)/g)) {
    if (!Object.hasOwn(fullFormats, name)) throw new Error(`Add the format ${name} to formats.ts`);
  }
}
