import type { ResolvedDefinition } from '@telecrm/workspace';
import { targetsOf } from '@telecrm/workspace/rows';

/** A valid value for each type of field. */
const samples: Readonly<Record<string, unknown>> = {
  text: 'text',
  email: 'jane.doe@example.com',
  phone: '919999999999',
  number: 1,
  money: '1',
  rating: 3,
  date: 0,
  tags: ['tag'],
  website: 'https://example.com',
  medialink: 'https://example.com',
};

/** A value of each JSON type. */
const valuesByJsonType: Readonly<Record<string, unknown>> = {
  string: 'text',
  number: 1,
  boolean: true,
  null: null,
  array: ['text'],
  object: {},
};

/** A valid value for the field at a path if it has the given JSON type, or else any value of that type. */
export function sampleFor(path: string, type: string, definition: ResolvedDefinition): unknown {
  const sample = sampleAt(path, definition);
  return jsonTypeOf(sample) === type ? sample : valuesByJsonType[type];
}

/** A valid value for the field at a path, if there is such a field. */
function sampleAt(path: string, definition: ResolvedDefinition): unknown {
  const [, index, name = ''] = /^(?:actions\[(\d+)\]\.)?fields\.(.*)$/.exec(path) ?? [];
  const target = [...targetsOf(definition).values()].find(
    ({ field, action }) =>
      field.apiName === name && (action !== undefined) === (index !== undefined),
  );
  return target && sampleOf(target.field, definition);
}

function sampleOf(
  { type, options = [] }: { type: string; options?: readonly string[] | undefined },
  { pipeline, teamMembers }: ResolvedDefinition,
): unknown {
  if (type === 'dropdown') return options[0] ?? 'text';
  if (type === 'status') return pipeline.leadStages[0]?.activeStatuses[0]?.label;
  if (type === 'lostReason') return pipeline.activeLeadLostReasons[0]?.reasonLabel;
  if (type === 'activeUsers') return teamMembers[0]?.email ?? 'jane.doe@example.com';
  return samples[type];
}

/** The JSON type of a value: like `typeof`, but with `null` and `array`. */
export function jsonTypeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** The body with a valid value for each variable. */
export function withSamples(
  body: unknown,
  variables: readonly string[],
  definition: ResolvedDefinition,
): unknown {
  if (variables.length === 0) return body;
  const visit = (value: unknown, path: string): unknown => {
    if (variables.includes(path)) return sampleAt(path, definition) ?? valuesByJsonType.string;
    if (Array.isArray(value)) return value.map((item, index) => visit(item, `${path}[${index}]`));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, visit(item, path ? `${path}.${key}` : key)]),
    );
  };
  return visit(body, '');
}
