import { getHttpOperationsFromSpec } from '@stoplight/prism-http';
import { fingerprint } from '@telecrm/spec';
import type { Bundle } from './bundle.ts';
import { prepared } from './generated/prepared.ts';

/** What Prism knows of an operation. */
export type Resource = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>[number];

// The build has written it with these very types.
const ready = prepared as { fingerprint: string } & Partial<Record<string, Resource[]>>;

/**
 * What Prism makes of a description. The build has done it already, unless another spec has been installed since. It is
 * shared by all sandboxes of a process, and so are the validators that Prism compiles from it.
 */
export async function resourcesOf(api: string, bundle: Bundle): Promise<Resource[]> {
  const made = ready.fingerprint === fingerprint ? ready[api] : undefined;
  // Prism resolves references in the very object it is given.
  return made ?? getHttpOperationsFromSpec(structuredClone(bundle));
}
