import type { SandboxStorage } from '../storage/storage.ts';
import type { TokenGrant } from '../storage/workspaces.ts';
import { bearerToken } from './bearer-token.ts';
import { hashToken } from './hash-token.ts';

/** Finds what an Authorization header opens. */
export type TokenReader = (authorization: string | undefined) => Promise<TokenGrant | undefined>;

/** How many headers are remembered, so that their tokens need not be hashed for each request. */
const remembered = 10_000;

export function createTokenReader({ workspaces }: SandboxStorage): TokenReader {
  // Only of tokens that have opened something: anybody can send others.
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
      if (hashes.size >= remembered) hashes.clear();
      hashes.set(authorization, hash);
    }
    return grant;
  };
}
