import type { OpenAPI3 } from 'openapi-typescript';
import { type DocumentedError, documentedErrors } from './documented-errors.ts';
import type { SpecOperation } from './operations.ts';

/** The source of the module with the types that narrow an error to what an operation documents. */
export function errorsModule(apis: { document: OpenAPI3; operations: SpecOperation[] }[]): string {
  const all = apis.flatMap(({ document, operations }) =>
    operations.map(({ id, source }) => [id, documentedErrors(document, source)] as const),
  );
  const codes = new Set(all.flatMap(([, errors]) => errors.map(([, code]) => code)));
  const lines = all.map(([id, errors]) => `  ${id}: ${errors.flatMap(types).join(' | ')};\n`);
  return `// Generated from @telecrm/spec; do not edit.

/** Every \`error.code\` that the spec knows. */
export type ApiErrorCode = ${[...codes].sort().map(quote).join(' | ')};

/** The statuses and codes of the errors that each operation documents. */
export interface DocumentedErrors {
${lines.join('')}}
`;
}

function types([status, code]: DocumentedError): string[] {
  // A range stands for the statuses that HTTP defines and servers send.
  const statuses = /^\d+$/.test(status) ? [status] : [0, 1, 2, 3, 4].map((n) => `${status[0]}0${n}`);
  return statuses.map((each) => `{ status: ${each}; code: ${quote(code)} }`);
}

function quote(text: string): string {
  return `'${text}'`;
}
