import type { TryOperation } from '../../try/operations.ts';

/** Every operation with its examples; the build puts them here. */
declare const TRY_OPERATIONS: TryOperation[];

export const operations: readonly TryOperation[] = TRY_OPERATIONS;

/** A request as the reader has edited it. */
export interface TryRequest {
  operation: string;
  parameters: Record<string, string>;
  body: string | undefined;
}

/** What goes wrong on purpose with a request. */
export type FaultName = 'none' | '429' | '503' | 'cut';

/** A request that was sent, with what went wrong on purpose. */
export interface Sent {
  request: TryRequest;
  fault: FaultName;
}

export function operationOf(id: string): TryOperation {
  const found = operations.find((operation) => operation.id === id) ?? operations[0];
  if (!found) throw new Error('The site has no operations');
  return found;
}
