import type { ApiModel } from '@telecrm/spec/model';

interface Facts {
  version: string;
  fingerprint: string;
  sync: ApiModel;
  async: ApiModel;
}

/** The source of the module with the user agent, the production URLs and the default rate limiters. */
export function factsModule({ version, fingerprint, sync, async }: Facts): string {
  const userAgent = `telecrm-client/${version} (spec ${fingerprint})`;
  return `// Generated from @telecrm/spec; do not edit.
import type { RateLimiter } from '../rate-limit/limiter.ts';
import { createPausingLimiter } from '../rate-limit/pausing-limiter.ts';
import { createRateLimiter } from '../rate-limit/rate-limiter.ts';

export const userAgent: string = ${JSON.stringify(userAgent)};
export const syncUrl: string = ${JSON.stringify(sync.servers.production)};
export const asyncUrl: string = ${JSON.stringify(async.servers.production)};

/** The default limiters, with the documented rate limits. All clients of a process share the limit of a token. */
export const syncLimiter: RateLimiter = /* @__PURE__ */ ${limiter(sync)};
export const asyncLimiter: RateLimiter = /* @__PURE__ */ ${limiter(async)};
`;
}

function limiter({ rateLimit }: ApiModel): string {
  // A limit that is not documented must not delay requests.
  if (!rateLimit || rateLimit.evidence) return 'createPausingLimiter()';
  const { requests, seconds } = rateLimit;
  return `createRateLimiter({ requests: ${requests}, windowMs: ${seconds * 1000} })`;
}
