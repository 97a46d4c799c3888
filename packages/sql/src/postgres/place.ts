/** The name of a database in messages: its host and name, without user and password. */
export function placeOf(url: string): string {
  try {
    const { protocol, hostname, port, pathname, searchParams } = new URL(url);
    // Any other part may contain a password in an unexpected position.
    if (!/^postgres(ql)?:$/.test(protocol)) return 'Postgres';
    const host = hostname || searchParams.get('host') || 'localhost';
    return `Postgres at ${host}${port && `:${port}`}${pathname}`;
  } catch {
    return 'Postgres';
  }
}
