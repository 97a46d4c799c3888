/** An operation of either API, as far as the page shows it. */
export interface ShownOperation {
  readonly id: string;
  readonly api: 'sync' | 'async';
  readonly method: string;
  /** Below the enterprise: `/lead/{leadId}`. */
  readonly path: string;
}

/** What the build takes over from the sandbox, so that nothing of it is written twice. */
export interface SandboxFacts {
  readonly operations: readonly ShownOperation[];
  readonly basePaths: Readonly<Record<ShownOperation['api'], string>>;
  /** The workspace whose tokens are public. */
  readonly publicWorkspace: {
    readonly enterpriseId: string;
    readonly syncToken: string;
    readonly asyncToken: string;
  };
}

declare const SANDBOX_FACTS: SandboxFacts;

export const sandboxFacts: SandboxFacts = SANDBOX_FACTS;

export function operationOf(id: string | null): ShownOperation | undefined {
  return sandboxFacts.operations.find((operation) => operation.id === id);
}
