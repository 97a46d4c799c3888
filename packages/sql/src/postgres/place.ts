/** How messages name a database: its host and name, without user and password. */
export function placeOf(url: string): string {
  try {
    const { protocol, hostname, port, pathname, searchParams } = new URL(url);
    // Anything else may hold a password where it is not expected.
    if (!/^postgres(ql)?:$/.test(protocol)) return 'Postgres';
    const host = hostname || searchParams.get('host') || 'localhost';
    return `Postgres at ${host}${port && `:${port}`}${pathname}`;
  } catch {
    return 'Postgres';
  }
}
