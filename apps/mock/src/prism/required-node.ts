/** The oldest Node version that Prism supports. */
const required = [24, 18] as const;

/** The message if Node is too old for Prism; otherwise `undefined`. */
export function missingNode(found: string = process.versions.node): string | undefined {
  const [major = 0, minor = 0] = found.split('.').map(Number);
  if (major > required[0] || (major === required[0] && minor >= required[1])) return undefined;
  return `needs Node ${required.join('.')} or newer, and this is Node ${found}`;
}
