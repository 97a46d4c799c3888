/** The path prefix of the control surface. */
const prefix = '/_sandbox';

export function isControlPath(pathname: string): boolean {
  return pathname === prefix || pathname.startsWith(`${prefix}/`);
}
