/** The parts of an operation that the page displays. */
export interface ShownOperation {
  readonly id: string;
  readonly api: 'sync' | 'async';
  readonly method: string;
  /** The path below the enterprise: `/lead/{leadId}`. */
  readonly path: string;
}

/** A variant of a workspace. */
export interface ShownVariant {
  readonly name: string;
  readonly title: string;
  /** With code between backticks. */
  readonly description: string;
  /** Its values, the default first; a variant without them is on or off. */
  readonly values?: readonly string[];
}

/** Constants that the build copies from the sandbox, to state them only once. */
export interface SandboxFacts {
  readonly operations: readonly ShownOperation[];
  readonly basePaths: Readonly<Record<ShownOperation['api'], string>>;
  readonly variants: readonly ShownVariant[];
  /** The workspace with public tokens. */
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
