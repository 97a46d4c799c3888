import type { Bundle } from './bundle.ts';
import type { ApiName } from './sandbox.ts';
import { createLimiter, type Limiter, unlimited } from './workspaces/limiter.ts';

/**
 * The figure of the Async API is documented, so it holds unless another is given. That of the Sync API has only been seen
 * in the notes of one program, so there is no limit there until somebody asks for one.
 */
export function limitersFor(
  bundles: Record<ApiName, Bundle>,
  perHour?: number,
): Record<ApiName, Limiter> {
  const limiterOf = ({ 'x-rate-limit': limit }: Bundle): Limiter => {
    if (perHour !== undefined) return createLimiter(perHour);
    if (limit === undefined || limit['x-evidence'] !== undefined) return unlimited;
    return createLimiter((limit.requests / limit.seconds) * 3600);
  };
  return { sync: limiterOf(bundles.sync), async: limiterOf(bundles.async) };
}
