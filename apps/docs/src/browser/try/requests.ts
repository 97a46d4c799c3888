import type { TryOperation } from '../../try/operations.ts';

/** All operations with their examples. The build defines them. */
declare const TRY_OPERATIONS: TryOperation[];

/** All operations of both APIs. */
export const operations: readonly TryOperation[] = TRY_OPERATIONS;

/** A request that the reader edited. */
export interface TryRequest {
  operation: string;
  parameters: Record<string, string>;
  body: string | undefined;
}

/** A simulated failure. `cut` closes the connection after the request. */
export type FaultName = 'none' | '429' | '503' | 'cut';

/** A request that was sent, with its simulated failure. */
export interface SentRequest {
  request: TryRequest;
  fault: FaultName;
}

/** The operation with an ID, or else the first one. */
export function operationOf(id: string): TryOperation {
  const found = operations.find((operation) => operation.id === id) ?? operations[0];
  if (!found) throw new Error('The site has no operations');
  return found;
}
