import { defaultDefinition, type ResolvedDefinition } from '@telecrm/workspace';
import { type ApiName, apiNames, sandbox } from '../sandbox.ts';
import { createTenant, type Surroundings, type Tenant } from './tenant.ts';

/** What a token opens. */
export interface Grant {
  tenant: Tenant;
  api: ApiName;
  token: string;
}

/** The workspaces of a sandbox. */
export interface Tenants {
  get(enterpriseId: string): Tenant | undefined;
  /** What an Authorization header opens. */
  grant(authorization: string | undefined): Grant | undefined;
  /** Oldest first. */
  list(): Tenant[];
  /** `undefined` when the enterprise ID is taken. */
  create(definition: ResolvedDefinition): Promise<Tenant | undefined>;
  /** Takes one in with the tokens it has already. */
  admit(definition: ResolvedDefinition, tokens: Tenant['tokens']): Promise<Tenant>;
  remove(enterpriseId: string): boolean;
  readonly surroundings: Surroundings;
}

export function createTenants(surroundings: Surroundings): Tenants {
  const tenants = new Map<string, Tenant>();
  const grants = new Map<string, Grant>();
  const { moments } = surroundings;

  const admit = async (definition: ResolvedDefinition, tokens: Tenant['tokens']) => {
    const tenant = await createTenant(definition, tokens, surroundings);
    tenants.set(tenant.enterpriseId, tenant);
    for (const api of apiNames) grants.set(tokens[api], { tenant, api, token: tokens[api] });
    return tenant;
  };

  return {
    surroundings,
    get: (enterpriseId) => tenants.get(enterpriseId),
    grant(authorization) {
      const token = bearer(authorization);
      return token === undefined ? undefined : grants.get(token);
    },
    list: () => [...tenants.values()],
    async create(definition) {
      if (tenants.has(definition.enterpriseId)) return undefined;
      const secret = (api: ApiName) => `${api}-${moments.secret(32)}`;
      return admit(definition, { sync: secret('sync'), async: secret('async') });
    },
    admit,
    remove(enterpriseId) {
      const tenant = tenants.get(enterpriseId);
      if (tenant === undefined) return false;
      tenants.delete(enterpriseId);
      for (const api of apiNames) grants.delete(tenant.tokens[api]);
      // What is still queued would otherwise be processed for nobody.
      tenant.ingestions.clear();
      return true;
    },
  };
}

/** The workspace that is there from the start. */
export async function admitDefault(tenants: Tenants): Promise<Tenant> {
  return tenants.admit(defaultDefinition, sandbox.tokens);
}

/** The token of an Authorization header. */
export function bearer(authorization: string | undefined): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
}
