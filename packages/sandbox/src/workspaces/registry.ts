import type { ResolvedDefinition } from '@telecrm/workspace';
import type { CallContext } from '../clock/clock.ts';
import { type ApiName, apiNames } from '../operations/operation.ts';
import { createTenant, type Tenant, type TenantDeps, type TenantSettings } from './tenant.ts';

/** The workspace and the API that a token gives access to. */
export interface Grant {
  readonly tenant: Tenant;
  readonly api: ApiName;
  readonly token: string;
}

/** The workspaces of a sandbox. */
export interface Registry {
  get(enterpriseId: string): Tenant | undefined;
  /** The workspace and the API of an `Authorization` header. */
  grant(authorization: string | undefined): Grant | undefined;
  /** Oldest first. */
  list(): Tenant[];
  /** Creates a workspace with new tokens. Returns `undefined` if the enterprise ID already exists. */
  create(definition: ResolvedDefinition, context: CallContext): Promise<Tenant | undefined>;
  /** Adds a workspace with existing tokens. Returns `undefined` if the enterprise ID already exists. */
  register(settings: TenantSettings, context: CallContext): Promise<Tenant | undefined>;
  remove(enterpriseId: string): boolean;
}

export function createRegistry(deps: TenantDeps): Registry {
  const tenants = new Map<string, Tenant>();
  const grants = new Map<string, Grant>();
  // IDs of workspaces that are being created, so that two concurrent calls cannot use the same one.
  const reserved = new Set<string>();

  const register = async (settings: TenantSettings, context: CallContext) => {
    const { enterpriseId } = settings.definition;
    if (tenants.has(enterpriseId) || reserved.has(enterpriseId)) return undefined;
    reserved.add(enterpriseId);
    try {
      const tenant = await createTenant(settings, deps, context);
      tenants.set(enterpriseId, tenant);
      for (const api of apiNames) {
        const token = tenant.tokens[api];
        grants.set(token, { tenant, api, token });
      }
      return tenant;
    } finally {
      reserved.delete(enterpriseId);
    }
  };

  return {
    get: (enterpriseId) => tenants.get(enterpriseId),
    grant(authorization) {
      const token = bearerToken(authorization);
      return token === undefined ? undefined : grants.get(token);
    },
    list: () => [...tenants.values()],
    create(definition, context) {
      const secret = (api: ApiName) => `${api}-${context.secret(32)}`;
      const tokens = { sync: secret('sync'), async: secret('async') };
      return register({ definition, tokens, withRecords: false }, context);
    },
    register,
    remove(enterpriseId) {
      const tenant = tenants.get(enterpriseId);
      if (tenant === undefined) return false;
      tenants.delete(enterpriseId);
      for (const api of apiNames) grants.delete(tenant.tokens[api]);
      // Otherwise the queue would be processed although nothing can read the result.
      tenant.ingestions.clear();
      return true;
    },
  };
}

/** The token of an Authorization header. */
export function bearerToken(authorization: string | undefined): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
}
