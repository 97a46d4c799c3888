/**
 * Throws in a web page, where everybody can read the token. Workers and servers have no page, and a
 * page that a test simulates in Node does not count.
 */
export function refuseBrowser(allowed: boolean | undefined): void {
  if (allowed || !('document' in globalThis) || globalThis.process?.versions?.node) return;
  throw new Error('In a page everybody can read the token: see dangerouslyAllowBrowser');
}
