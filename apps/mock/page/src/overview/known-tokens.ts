import type { CreatedWorkspace } from '../api/types.ts';
import { sandboxFacts } from '../sandbox-facts.ts';

export type Tokens = Pick<CreatedWorkspace, 'syncToken' | 'asyncToken'>;

/** In memory only: a reload forgets them. */
const known = new Map<string, Tokens>();

/** Keeps the tokens that the sandbox shows only once, as long as the page is open. */
export function rememberTokens({ enterpriseId, syncToken, asyncToken }: CreatedWorkspace): void {
  known.set(enterpriseId, { syncToken, asyncToken });
}

export function forgetTokens(): void {
  known.clear();
}

/** The tokens of a workspace, where this page knows them. */
export function knownTokens(enterpriseId: string): Tokens | undefined {
  const { publicWorkspace } = sandboxFacts;
  const isPublic = enterpriseId === publicWorkspace.enterpriseId;
  return known.get(enterpriseId) ?? (isPublic ? publicWorkspace : undefined);
}
