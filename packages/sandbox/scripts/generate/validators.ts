import type {
  JsonContent,
  OpenApiDocument,
  Operation,
  Resolver,
  Schema,
} from '@telecrm/spec/model';
import { Ajv2020, type Options } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import ajvFormats from 'ajv-formats';
import { build } from 'esbuild';
import { mergeReferences, parametersSchema, relax, withoutProse } from './schemas.ts';

/** One OpenAPI document with its operations. */
export interface Source {
  document: OpenApiDocument;
  operations: readonly Operation[];
  resolver: Resolver;
}

/**
 * The validators of all requests and responses as one module without imports: plain functions that need no `eval`. They
 * are JSON Schema 2020-12, as OpenAPI 3.1 is.
 */
export function generateValidators(sources: readonly Source[]): Promise<string> {
  return bundle({
    // Says whether a body is right, and where it is first wrong: what every call needs.
    first: compileBodies(sources, { messages: false }),
    // Says everything that is wrong with it, for the message.
    all: compileBodies(sources, { messages: false, allErrors: true, verbose: true }),
    // Text of the URL becomes numbers and booleans on the way.
    parameters: compileParameters(sources),
    responses: compileResponses(sources),
  });
}

function compileBodies(sources: readonly Source[], options: Options): string {
  const ajv = createAjv(options);
  const names: Record<string, string> = {};
  for (const { document, operations, resolver } of sources) {
    const api = operations[0]?.api ?? '';
    const relaxed: Record<string, Schema> = {};
    for (const operation of operations) {
      const { id, requestBody } = operation;
      if (requestBody) names[id] = api + referenceOf(requestBody);
      const schema = relax(resolver, operation);
      if (schema === undefined) continue;
      relaxed[id] = schema;
      names[`${id}_relaxed`] = `${api}#/relaxed/${id}`;
    }
    const merged = mergeReferences(resolver, { ...document, relaxed });
    ajv.addSchema(withoutProse(merged), api);
  }
  return standalone.default(ajv, names);
}

function compileParameters(sources: readonly Source[]): string {
  const ajv = createAjv({ messages: false, verbose: true, allErrors: true, coerceTypes: true });
  const names: Record<string, string> = {};
  for (const { id, parameters } of sources.flatMap(({ operations }) => operations)) {
    for (const relaxed of [false, true]) {
      const schema = parametersSchema(parameters, { relaxed });
      if (schema === undefined) continue;
      const name = relaxed ? `${id}_relaxed` : id;
      ajv.addSchema(schema, name);
      names[name] = name;
    }
  }
  return standalone.default(ajv, names);
}

/** The first mistake of a response is enough. */
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

/** The name under which the validator of a response is exported; responses with one schema share it. */
export function responseName(api: string, { schemaName, pointer }: JsonContent): string {
  return `${api}_${schemaName ?? pointer.replaceAll(/\W+/g, '_')}`;
}

function referenceOf({ schema, pointer }: JsonContent): string {
  return encodeURI(schema.$ref ?? pointer);
}

function createAjv(options: Options): Ajv2020 {
  const ajv = new Ajv2020({
    ...options,
    strict: false,
    logger: false,
    validateSchema: false,
    inlineRefs: false,
    code: { source: true, esm: true },
  });
  // The spec's own formats have a pattern beside them.
  ajvFormats.default(ajv);
  return ajv;
}

/** Brings in the few functions of Ajv that compiled code calls. */
async function bundle(modules: Readonly<Record<string, string>>): Promise<string> {
  const names = Object.keys(modules);
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
          onResolve({ filter: /^compiled:/ }, ({ path }) => ({ path, namespace: 'compiled' }));
          onLoad({ filter: /.*/, namespace: 'compiled' }, ({ path }) => ({
            contents: modules[path.slice('compiled:'.length)] ?? '',
            resolveDir: import.meta.dirname,
          }));
        },
      },
    ],
  });
  // Where in the schema a rule stands is a tenth of the code, and no message says it.
  return (outputFiles[0]?.text ?? '').replaceAll(/schemaPath:"[^"]*",/g, '');
}
