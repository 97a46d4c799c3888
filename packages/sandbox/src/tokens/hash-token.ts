/** SHA-256 of a token in lower-case hex. Tokens are random and long, so that this suffices to keep them secret. */
export async function hashToken(token: string): Promise<string> {
  // A page that came over plain HTTP has none; there the hash is kept in the memory that the token is in.
  const { subtle } = crypto as Partial<typeof crypto>;
  if (subtle === undefined) return `unhashed ${token}`;
  const digest = await subtle.digest('SHA-256', new TextEncoder().encode(token));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
