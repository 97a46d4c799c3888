import { resolveDefinition, type WorkspaceDefinition } from '@telecrm/workspace';
import type { CreatedWorkspace } from '../options.ts';
import type { Tenant } from './tenant.ts';
import type { Tenants } from './tenants.ts';

/** What came of it: `tenant` is missing when its enterprise ID was taken. */
type NewTenant = { problem: string } | { tenant: Tenant | undefined };

/** Makes a workspace of a definition that may be anything. */
export async function newTenant(tenants: Tenants, sent: unknown): Promise<NewTenant> {
  const fresh = { enterpriseId: `ent_${tenants.surroundings.moments.secret(12)}` };
  const resolved = resolveDefinition(isObject(sent) ? { ...fresh, ...sent } : (sent ?? fresh));
  if (resolved.ok) return { tenant: await tenants.create(resolved.definition) };
  const told = resolved.problems
    .slice(0, 3)
    .map(({ field, problem, fix }) => `body.${field} ${problem}: ${fix}.`);
  const untold = resolved.problems.length - told.length;
  return { problem: [...told, ...(untold > 0 ? [`And ${untold} more.`] : [])].join(' ') };
}

/** What its caller needs to know of it. */
export function keysTo({ enterpriseId, tokens }: Tenant): CreatedWorkspace {
  return { enterpriseId, syncToken: tokens.sync, asyncToken: tokens.async };
}

/** The same for programs, which get an error. */
export async function createWorkspaceOn(
  tenants: Tenants,
  definition?: WorkspaceDefinition,
): Promise<CreatedWorkspace> {
  const created = await newTenant(tenants, definition);
  if ('problem' in created) throw new TypeError(created.problem.replace(/\bbody\./g, ''));
  if (created.tenant === undefined) throw new TypeError('enterpriseId is taken');
  return keysTo(created.tenant);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
