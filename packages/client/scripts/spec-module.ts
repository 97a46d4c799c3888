import type { OpenAPI3 } from 'openapi-typescript';

interface Facts {
  version: string;
  fingerprint: string;
  sync: OpenAPI3;
  async: OpenAPI3;
}

/** The source of the module that tells a client its version, its spec and where production is. */
export function specModule({ version, fingerprint, sync, async }: Facts): string {
  const userAgent = `telecrm-client/${version} (spec ${fingerprint})`;
  return `// Generated from @telecrm/spec; do not edit.
export const userAgent: string = ${JSON.stringify(userAgent)};
export const syncUrl: string = ${JSON.stringify(productionUrl(sync))};
export const asyncUrl: string = ${JSON.stringify(productionUrl(async))};
`;
}

function productionUrl({ info, servers }: OpenAPI3): string {
  const url = servers?.[0]?.url;
  if (!url) throw new Error(`"${info.title}" names no server, so the client would have no address`);
  return url;
}
