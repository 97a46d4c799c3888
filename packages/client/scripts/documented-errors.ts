import type { OpenAPI3 } from 'openapi-typescript';
import { type ResponseSource, resolve, type SpecOperation } from './operations.ts';

/** A status of the spec, a range included, with a code that comes with it. */
export type DocumentedError = readonly [status: string, code: string];

/** The errors that an operation documents: its codes are those of the examples. */
export function documentedErrors(
  document: OpenAPI3,
  source: SpecOperation['source'],
): DocumentedError[] {
  return Object.entries(source.responses ?? {})
    .filter(([status]) => /^[45]/.test(status))
    .flatMap(([status, entry]) => {
      // A bundle has no broken reference; the lint of the spec sees to it.
      const { content } = resolve(document, entry) as ResponseSource;
      const examples = Object.values(content?.['application/json']?.examples ?? {});
      const codes = examples.map((example) => {
        const { value } = resolve(document, example) as typeof example;
        return value?.error?.code ?? '';
      });
      return [...new Set(codes)].filter(Boolean).map((code) => [status, code] as const);
    });
}
