import { type ApiModel, type ApiName, apis, type Operation } from '@telecrm/spec/model';

export type { ApiName } from '@telecrm/spec/model';

/** An operation of either API. */
export type ApiOperation = Operation<ApiName>;

/** Every operation of both APIs. */
export const operations: readonly ApiOperation[] = Object.values(apis()).flatMap(
  (api) => api.operations,
);

/** The API that an operation belongs to. */
export function apiOf({ api }: ApiOperation): ApiModel {
  return apis()[api];
}

/** The operation with this ID; throws if the spec does not have it. */
export function operationById(operationId: string): ApiOperation {
  const operation = operations.find(({ id }) => id === operationId);
  if (operation === undefined) throw new Error(`the spec has no operation ${operationId}`);
  return operation;
}

/** The bodies of an operation's request examples. */
export function requestBodies({ requestBody }: ApiOperation): unknown[] {
  return requestBody?.examples.map(({ value }) => value) ?? [];
}

/** The statuses that an operation documents: `200`, `5XX`. */
export function statusesOf({ responses }: ApiOperation): string[] {
  return responses.map(({ status }) => status);
}
