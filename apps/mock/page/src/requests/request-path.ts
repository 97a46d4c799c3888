import type { LoggedRequest } from '../api/types.ts';
import { operationOf } from '../sandbox-facts.ts';

/** The path of a request below the enterprise, with its values: `/lead/603d…/actions?limit=5`. */
export function requestPath({ operation, sent }: LoggedRequest): string {
  const template = operationOf(operation)?.path;
  if (template === undefined) return 'No such path';
  const path = template.replaceAll(/\{(\w+)\}/g, (step, name) => textOf(sent?.path[name]) ?? step);
  const query = Object.entries(sent?.query ?? {}).map(
    ([name, value]) => `${name}=${textOf(value)}`,
  );
  return query.length > 0 ? `${path}?${query.join('&')}` : path;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}
