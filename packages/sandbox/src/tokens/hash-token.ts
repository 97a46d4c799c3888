/** SHA-256 of a token in lower-case hex. Tokens are long and random, so a salt or a slow hash is not needed. */
export async function hashToken(token: string): Promise<string> {
  // `crypto.subtle` is missing in pages served over plain HTTP; there the hash is never stored anywhere but in memory.
  const { subtle } = crypto as Partial<typeof crypto>;
  if (subtle === undefined) return `unhashed ${token}`;
  const digest = await subtle.digest('SHA-256', new TextEncoder().encode(token));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
