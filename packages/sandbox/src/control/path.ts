/** The path under which the control surface stands. */
const prefix = '/_sandbox';

export function isControlPath(pathname: string): boolean {
  return pathname === prefix || pathname.startsWith(`${prefix}/`);
}
