/**
 * Throws in a web page, where everyone can read the token. Workers and servers have no `document`, and one
 * that a test simulates in Node does not count.
 */
export function assertNotBrowser(allowed: boolean | undefined): void {
  if (allowed || !('document' in globalThis) || globalThis.process?.versions?.node) return;
  throw new Error('A page exposes the token: see dangerouslyAllowBrowser');
}
