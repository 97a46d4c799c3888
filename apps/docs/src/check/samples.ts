import type { ResolvedDefinition } from '@telecrm/workspace';
import { targetsOf } from '@telecrm/workspace/rows';

/** A value that a field of each type takes. */
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

/** Values by the types of JSON. */
const anyOfType: Readonly<Record<string, unknown>> = {
  string: 'text',
  number: 1,
  boolean: true,
  null: null,
  array: ['text'],
  object: {},
};

/** A value that the field of a place takes, if it is of the type of JSON; otherwise any of that type. */
export function sampleFor(place: string, type: string, definition: ResolvedDefinition): unknown {
  const [, index, name = ''] = /^(?:actions\[(\d+)\]\.)?fields\.(.*)$/.exec(place) ?? [];
  const targets = [...targetsOf(definition).values()];
  const field = targets.find(
    (target) =>
      target.field.apiName === name && (target.action !== undefined) === (index !== undefined),
  )?.field;
  const sample = field && sampleOf(field, definition);
  return jsonTypeOf(sample) === type ? sample : anyOfType[type];
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

export function jsonTypeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** The body with a value that fits in each place whose value is not known. */
export function withSamples(
  body: unknown,
  variables: readonly string[],
  definition: ResolvedDefinition,
): unknown {
  if (variables.length === 0) return body;
  const visit = (value: unknown, path: string): unknown => {
    if (variables.includes(path)) {
      const field = sampleFor(path, 'string', definition);
      const [, name = ''] = /fields\.(.*)$/.exec(path) ?? [];
      const target = [...targetsOf(definition).values()].find((it) => it.field.apiName === name);
      return target ? (sampleOf(target.field, definition) ?? field) : field;
    }
    if (Array.isArray(value)) return value.map((item, index) => visit(item, `${path}[${index}]`));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, visit(item, path ? `${path}.${key}` : key)]),
    );
  };
  return visit(body, '');
}
