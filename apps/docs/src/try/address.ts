import type { TryOperation } from './operations.ts';

/** The path with its parameters. Empty query parameters are omitted. */
export function pathOf({ path, parameters }: TryOperation, values: Record<string, string>): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(values[name] ?? ''),
  );
  const query = parameters
    .filter(({ name, in: place }) => place === 'query' && values[name])
    .map(({ name }) => `${name}=${encodeURIComponent(values[name] ?? '')}`);
  return query.length > 0 ? `${filled}?${query.join('&')}` : filled;
}

/** The headers of a request. */
export function headersOf(
  { token }: TryOperation,
  body: string | undefined,
): Record<string, string> {
  return {
    Authorization: `Bearer ${token}`,
    ...(body !== undefined && { 'Content-Type': 'application/json' }),
  };
}
