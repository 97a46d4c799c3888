import type { ApiModel } from '@telecrm/spec/model';

interface Facts {
  version: string;
  fingerprint: string;
  sync: ApiModel;
  async: ApiModel;
}

/** The source of the module with the user agent, the production URLs and the documented rate limits. */
export function factsModule({ version, fingerprint, sync, async }: Facts): string {
  const userAgent = `telecrm-client/${version} (spec ${fingerprint})`;
  return `// Generated from @telecrm/spec; do not edit.
import type { RateLimiterOptions } from '../rate-limit/rate-limiter.ts';

export const userAgent: string = ${JSON.stringify(userAgent)};
export const syncUrl: string = ${JSON.stringify(sync.servers.production)};
export const asyncUrl: string = ${JSON.stringify(async.servers.production)};

/** The documented rate limit of each API. */
export const syncRateLimit: RateLimiterOptions = ${rateLimit(sync)};
export const asyncRateLimit: RateLimiterOptions = ${rateLimit(async)};
`;
}

function rateLimit({ rateLimit }: ApiModel): string {
  // A limit that is not documented must not delay requests.
  if (!rateLimit || rateLimit.evidence) return '{}';
  return `{ requests: ${rateLimit.requests}, windowMs: ${rateLimit.seconds * 1000} }`;
}
