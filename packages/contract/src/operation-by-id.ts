import { type Operation, operations } from './operations.ts';

/** The operation of that ID; one that the spec does not have makes it throw. */
export function operationById(operationId: string): Operation {
  const operation = operations.find(({ id }) => id === operationId);
  if (operation === undefined) throw new Error(`the spec has no operation ${operationId}`);
  return operation;
}
