/** How messages name a database: its host and name, without user and password. */
export function placeOf(url: string): string {
  try {
    const { hostname, port, pathname, searchParams } = new URL(url);
    const host = hostname || searchParams.get('host') || 'localhost';
    return `Postgres at ${host}${port && `:${port}`}${pathname}`;
  } catch {
    return 'Postgres';
  }
}
