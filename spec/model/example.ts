import type { ExampleObject, Reference } from './document.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import type { Resolver } from './resolve.ts';

/** A named example of a request or of a response. */
export interface NamedExample {
  name: string;
  /** A short description; its name if the spec has none. */
  summary: string;
  value: unknown;
  /** The paths in a request at which an invalid value returns this example: `query.limit`, `body.fields.status`. */
  violates: readonly string[];
  evidence: Evidence | undefined;
}

export function readExamples(
  { resolve }: Resolver,
  examples: Readonly<Record<string, ExampleObject | Reference>> = {},
): NamedExample[] {
  return Object.entries(examples).map(([name, entry]) => {
    const example = resolve<ExampleObject>(entry);
    return {
      name,
      summary: example.summary ?? name,
      value: example.value,
      violates: example['x-violates'] ?? [],
      evidence: evidenceOf(example),
    };
  });
}
