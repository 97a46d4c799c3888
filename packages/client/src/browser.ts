/** Throws in a web page, where everybody can read the token. Workers and servers have no page. */
export function refuseBrowser(allowed: boolean | undefined): void {
  if (!allowed && 'document' in globalThis) {
    throw new Error('In a page everybody can read the token: see dangerouslyAllowBrowser');
  }
}
