/**
 * Writes `src/generated`: the compiled validators, the resolver of schema references, the data about each operation, and
 * the types of the control surface. Also writes `dist/openapi.yaml`, the description of the control surface as one file.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fingerprint } from '@telecrm/spec';
import {
  apis,
  createResolver,
  type Operation,
  readOperations,
  referencedSchemas,
} from '@telecrm/spec/model';
import openapiTS, { astToString } from 'openapi-typescript';
import { stringify } from 'yaml';
import manifest from '../package.json' with { type: 'json' };
import { bundleControlDocument } from './generate/control-document.ts';
import { operationData } from './generate/operations.ts';
import { generateResolver } from './generate/resolver.ts';
import { forMessages } from './generate/schemas.ts';
import { generateValidators, type Source } from './generate/validators.ts';
import { withWorkspaceDefinition } from './generate/workspace-definition.ts';

const folder = new URL('../src/generated/', import.meta.url);
const dist = new URL('../dist/', import.meta.url);
const { sync, async } = apis();
const document = await bundleControlDocument();
const published = withWorkspaceDefinition(document);
const resolver = createResolver(document);
const control: Source = {
  document,
  // The server in front of the sandbox responds to its own operations.
  operations: readOperations(document, 'control', resolver).filter(({ tag }) => tag !== 'Server'),
  resolver,
};
const ofApi = [sync, async].map(
  (api): Source => ({ document: api.document, operations: api.operations, resolver: api }),
);
/** The operations that programs in the same process call as methods, whose arguments are validated as bodies. */
const inProcess = ({ id }: Pick<Operation, 'id'>) => id === 'replaceFaults';
/** The operations that only a shared server needs. Their validators are not part of a browser's bundle. */
const hostingTags = ['Hosting', 'Partners', 'Snapshots', 'Clock'];
const hostingIds = ['getWorkspace', 'addFault', 'removeFault'];
const isHosting = ({ tag, id }: Pick<Operation, 'tag' | 'id'>) =>
  hostingTags.includes(tag) || hostingIds.includes(id);
const controlPart = (has: (operation: Operation) => boolean): Source => ({
  ...control,
  operations: control.operations.filter(has),
});

const code = (value: unknown) => JSON.stringify(value, null, 1);
const operations = [sync, async].flatMap((api) =>
  api.operations.map((operation) => operationData(operation, api.basePath)),
);
/** The control surface writes its errors itself, so only the examples of validation errors are needed. */
const dataOf = ({ operations: all }: Source) =>
  all.map((operation) => {
    const { errors, ...data } = operationData(operation, '');
    return { ...data, errors: errors.filter(({ violates = [] }) => violates.length > 0) };
  });
const withoutHosting = controlPart((operation) => !isHosting(operation));
const hosting = controlPart(isHosting);
// Their few schemas are inlined, so that a browser's bundle does not need the components.
const hostingOperations = dataOf(hosting).map(({ body, ...operation }) => ({
  ...operation,
  ...(body && { body: { ...body, schema: forMessages(resolver.resolveSchema(body.schema)) } }),
}));
const controlOperations = dataOf(withoutHosting);
const bodyOf = (wanted: string) => {
  const { api, id, body } = controlOperations.find((one) => one.id === wanted) ?? {};
  return { api, id, body };
};
const limitOf = ({ rateLimit }: typeof sync) =>
  // A limit that was only observed does not apply by default.
  rateLimit && !rateLimit.evidence ? (rateLimit.requests / rateLimit.seconds) * 3600 : undefined;
const required = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`The description lacks ${what}`);
  return value;
};
const parameterOf = (id: string, wanted: string) => {
  const operation = control.operations.find((one) => one.id === id);
  const { schema } = operation?.parameters.find(({ name }) => name === wanted) ?? {};
  return required(schema, `${wanted} of ${id}`);
};
const pageLimit = parameterOf('listLeads', 'limit');
const limits = {
  maxFaults: required(document.components?.schemas?.Faults?.maxItems, 'maxItems of Faults'),
  defaultPageLimit: required(pageLimit.default, 'the default of limit'),
  maxPageLimit: required(pageLimit.maximum, 'the maximum of limit'),
};
const facts = {
  version: manifest.version,
  fingerprint,
  enterpriseId: sync.sandboxEnterpriseId,
  tokens: { sync: sync.sandboxToken, async: async.sandboxToken },
  basePaths: { sync: sync.basePath, async: async.basePath },
  requestsPerHour: { sync: limitOf(sync), async: limitOf(async) },
};
const schemas = Object.fromEntries(
  [...ofApi, withoutHosting].map((source) => {
    const bodies = source.operations.flatMap(({ requestBody }) =>
      requestBody ? [requestBody.schema] : [],
    );
    const referenced = Object.entries(
      referencedSchemas(bodies, source.document.components?.schemas ?? {}),
    );
    return [
      source.operations[0]?.api,
      Object.fromEntries(referenced.map(([name, schema]) => [name, forMessages(schema)])),
    ];
  }),
);

const header = '// Generated from the descriptions; do not edit.\n';
const files: Record<string, string> = {
  'validators.ts': `${header}// @ts-nocheck\n${await generateValidators({ bodies: [...ofApi, controlPart(inProcess)], others: ofApi })}`,
  'control-validators.ts': `${header}// @ts-nocheck\n${await generateValidators({ bodies: [controlPart((one) => !inProcess(one) && !isHosting(one))], others: [withoutHosting] })}`,
  'hosting-validators.ts': `${header}// @ts-nocheck\n${await generateValidators({ bodies: [hosting], others: [hosting] })}`,
  'resolver.ts': `${header}// @ts-nocheck\n${await generateResolver()}`,
  'operations.ts': `${header}import type { Operation } from '../operations/operation.ts';

/**
 * The operations of both APIs.
 *
 * @example
 * \`\`\`ts
 * import { operations } from '@telecrm/sandbox/adapter';
 *
 * for (const { id, method, path } of operations) console.log(id, method, path);
 * \`\`\`
 */
export const operations: readonly Operation<'sync' | 'async'>[] = ${code(operations)};
`,
  'control-operations.ts': `${header}import type { Operation } from '../operations/operation.ts';

export const controlOperations: readonly Operation<'control'>[] = ${code(controlOperations)};
`,
  'hosting-operations.ts': `${header}import type { Operation } from '../operations/operation.ts';

export const hostingOperations: readonly Operation<'control'>[] = ${code(hostingOperations)};
`,
  'replace-faults.ts': `${header}import type { Operation } from '../operations/operation.ts';

export const replaceFaults: Pick<Operation<'control'>, 'api' | 'id' | 'body'> = ${code(bodyOf('replaceFaults'))};
`,
  'schemas.ts': `${header}import type { RequestSchema } from '../validation/request-schema.ts';

/** The component schemas that requests refer to, by API. */
export const schemas: Record<string, Record<string, RequestSchema>> = ${code(schemas)};
`,
  'facts.ts': `${header}
/**
 * What the sandbox takes from the spec: its version, tokens, paths and limits.
 *
 * @example
 * \`\`\`ts
 * import { facts } from '@telecrm/sandbox/adapter';
 *
 * console.log(facts.enterpriseId, facts.tokens.sync);
 * \`\`\`
 */
export const facts = ${code(facts)};\n`,
  'limits.ts': `${header}
/** The maximum number of faults of a workspace. */
export const maxFaults = ${limits.maxFaults};

/** The number of entries on a page by default. */
export const defaultPageLimit = ${limits.defaultPageLimit};

/**
 * The maximum number of entries on a page of the control surface.
 *
 * @example
 * \`\`\`ts
 * import { maxPageLimit } from '@telecrm/sandbox/adapter';
 *
 * console.log(\`/_sandbox/workspaces?limit=\${maxPageLimit}\`);
 * \`\`\`
 */
export const maxPageLimit = ${limits.maxPageLimit};
`,
  'control-types.ts': astToString(await openapiTS(structuredClone(published) as never)),
};

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
for (const [name, text] of Object.entries(files)) await writeFile(new URL(name, folder), text);
await mkdir(dist, { recursive: true });
await writeFile(
  new URL('openapi.yaml', dist),
  stringify(published, { aliasDuplicateObjects: false, lineWidth: 0 }),
);
