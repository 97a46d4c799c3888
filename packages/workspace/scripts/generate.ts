/**
 * Writes src/generated: the parts of the spec and of the phone metadata that the workspace needs, so that bundles do
 * not include the rest, and the types of a definition.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { apis, type Schema } from '@telecrm/spec/model';
import { phoneMetadataModule } from './phone-metadata.ts';

const { sync } = apis();
const folder = new URL('../src/generated/', import.meta.url);

const rating = property('LeadFields', 'rating');
const constants = {
  sandboxEnterpriseId: sync.sandboxEnterpriseId,
  paymentStatuses: values(component('PaymentStatus')),
  paymentCurrencies: values(component('PaymentCurrency')),
  memberRoles: values(component('TeamMemberRole')),
  memberStatuses: values(component('TeamMemberStatus')),
  availabilityStates: values(component('AvailabilityState')),
  actionSources: values(component('ActionSource')),
  stageTypes: values(property('LeadStage', 'stageType')),
  defaultPageLimits: defaultLimits(),
  ratings: { minimum: required(rating.minimum), maximum: required(rating.maximum) },
};
/** The codes of the error examples of all operations. */
const codes = sync.operations
  .flatMap(({ responses }) => responses.flatMap(({ content }) => content?.examples ?? []))
  .map(({ value }) => errorCode(value))
  .filter((code) => code !== undefined);
const patterns = {
  amountPattern: required(component('PaymentAmount').pattern),
  memberPhonePattern: required(component('TeamMemberPhone').pattern),
};

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
await writeFile(
  new URL('spec-values.ts', folder),
  [
    '// Generated from @telecrm/spec; do not edit.',
    ...Object.entries({ ...constants, errorCodes: [...new Set(codes)].sort() }).map(
      ([name, value]) => `export const ${name} = ${JSON.stringify(value)} as const;`,
    ),
    ...Object.entries(patterns).map(
      ([name, pattern]) => `export const ${name} = new RegExp(${JSON.stringify(pattern)});`,
    ),
    '',
  ].join('\n'),
);
await writeFile(new URL('phone-metadata.ts', folder), phoneMetadataModule());
// The schema of a definition imports the files above.
const { definitionTypes } = await import('./definition-types.ts');
await writeFile(new URL('definition.ts', folder), definitionTypes());

/** The length of a page by default, for each operation that pages. */
function defaultLimits(): Record<string, unknown> {
  const entries = sync.operations.flatMap(({ id, pagination, parameters }) => {
    const limit = parameters.find(({ name }) => name === pagination?.limit);
    return limit ? [[id, required(limit.schema.default, `the default of ${id}'s limit`)]] : [];
  });
  return Object.fromEntries(entries);
}

function component(name: string): Schema {
  return sync.resolveSchema(required(sync.schemas[name], name));
}

function property(name: string, key: string): Schema {
  return sync.resolveSchema(required(component(name).properties?.[key], `${name}.${key}`));
}

function values(schema: Schema): readonly unknown[] {
  return required(schema.enum);
}

function required<T>(value: T | undefined, what = 'a value'): T {
  if (value === undefined) throw new Error(`The spec lacks ${what}`);
  return value;
}

function errorCode(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('error' in body)) return undefined;
  const { error } = body;
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return String(error.code);
}
