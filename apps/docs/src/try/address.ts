import type { TryOperation } from './operations.ts';

/** The path with its parameters; one that is empty is not sent in the query. */
export function pathOf({ path, parameters }: TryOperation, values: Record<string, string>): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(values[name] ?? ''),
  );
  const query = parameters
    .filter(({ name, in: place }) => place === 'query' && values[name])
    .map(({ name }) => `${name}=${encodeURIComponent(values[name] ?? '')}`);
  return query.length > 0 ? `${filled}?${query.join('&')}` : filled;
}

export function headersOf(
  { token }: TryOperation,
  body: string | undefined,
): Record<string, string> {
  return {
    Authorization: `Bearer ${token}`,
    ...(body !== undefined && { 'Content-Type': 'application/json' }),
  };
}
