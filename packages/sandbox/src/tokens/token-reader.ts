import type { SandboxStorage } from '../storage/storage.ts';
import type { TokenGrant } from '../storage/workspaces.ts';
import { bearerToken } from './bearer-token.ts';
import { hashToken } from './hash-token.ts';

/** Finds the workspace and the API of an Authorization header. */
export type TokenReader = (authorization: string | undefined) => Promise<TokenGrant | undefined>;

/** The maximum number of cached hashes, to avoid hashing the token for each request. */
const maxCached = 10_000;

export function createTokenReader({ workspaces }: SandboxStorage): TokenReader {
  // Only valid tokens are cached, because anybody can send others.
  const hashes = new Map<string, string>();

  return async (authorization) => {
    if (authorization === undefined) return undefined;
    const known = hashes.get(authorization);
    if (known !== undefined) return workspaces.findByToken(known);
    const token = bearerToken(authorization);
    if (token === undefined) return undefined;
    const hash = await hashToken(token);
    const grant = await workspaces.findByToken(hash);
    if (grant) {
      if (hashes.size >= maxCached) hashes.clear();
      hashes.set(authorization, hash);
    }
    return grant;
  };
}
