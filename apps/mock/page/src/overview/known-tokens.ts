import type { CreatedWorkspace } from '../api/types.ts';
import { sandboxFacts } from '../sandbox-facts.ts';

export type Tokens = Pick<CreatedWorkspace, 'syncToken' | 'asyncToken'>;

/** In memory only: a reload discards them. */
const known = new Map<string, Tokens>();

/** Stores tokens that the sandbox shows only once, while the page is open. */
export function storeTokens({ enterpriseId, syncToken, asyncToken }: CreatedWorkspace): void {
  known.set(enterpriseId, { syncToken, asyncToken });
}

export function discardTokens(): void {
  known.clear();
}

/** The tokens of a workspace, if this page knows them. */
export function knownTokens(enterpriseId: string): Tokens | undefined {
  const { publicWorkspace } = sandboxFacts;
  const isPublic = enterpriseId === publicWorkspace.enterpriseId;
  return known.get(enterpriseId) ?? (isPublic ? publicWorkspace : undefined);
}
