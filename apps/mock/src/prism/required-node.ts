/** The oldest Node that Prism runs on. */
const required = [24, 18] as const;

/** What is missing where Node is too old for Prism; `undefined` where it is not. */
export function missingNode(found: string = process.versions.node): string | undefined {
  const [major = 0, minor = 0] = found.split('.').map(Number);
  if (major > required[0] || (major === required[0] && minor >= required[1])) return undefined;
  return `needs Node ${required.join('.')} or newer, and this is Node ${found}`;
}
