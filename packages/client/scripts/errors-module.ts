import type { Operation } from '@telecrm/spec/model';
import { documentedErrors } from './documented-errors.ts';

/** The source of the module with the types that narrow an error to what an operation documents. */
export function errorsModule(operations: readonly Operation[]): string {
  const all = operations.map((operation) => {
    const entries = Object.entries(documentedErrors(operation));
    const errors = entries.flatMap(([status, codes]) =>
      codes.map((code) => [status, code] as const),
    );
    return [operation.id, errors] as const;
  });
  const codes = new Set(all.flatMap(([, errors]) => errors.map(([, code]) => code)));
  const lines = all.map(([id, errors]) => `  ${id}: ${errors.flatMap(types).join(' | ')};\n`);
  return `// Generated from @telecrm/spec; do not edit.

/** Every \`error.code\` in the spec. */
export type ApiErrorCode = ${[...codes].sort().map(quote).join(' | ')};

/** The statuses and codes of the errors that each operation documents. */
export interface DocumentedErrors {
${lines.join('')}}
`;
}

function types([status, code]: readonly [status: string, code: string]): string[] {
  // A range stands for the statuses that HTTP defines and servers send.
  const statuses = /^\d+$/.test(status)
    ? [status]
    : [0, 1, 2, 3, 4].map((n) => `${status[0]}0${n}`);
  return statuses.map((each) => `{ status: ${each}; code: ${quote(code)} }`);
}

function quote(text: string): string {
  return `'${text}'`;
}
