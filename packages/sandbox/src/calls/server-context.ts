import type { Clock } from '../clock/clock.ts';
import type { CallPolicy } from '../hosting/quotas/call-policy.ts';
import type { IngestionQueue } from '../ingestions/ingestion-queue.ts';
import type { SandboxObserver } from '../observer.ts';
import type { ExampleSource } from '../prefer/example-source.ts';
import type { RateLimits } from '../rate-limit/rate-limits.ts';
import type { Log } from '../responses/internal-error.ts';
import type { SandboxStorage } from '../storage/storage.ts';
import type { TokenReader } from '../tokens/token-reader.ts';
import type { OpenRecord } from '../workspaces/opened-workspaces.ts';

/** The context of every request. */
export interface ServerContext {
  readonly storage: SandboxStorage;
  readonly grantOf: TokenReader;
  readonly open: OpenRecord;
  readonly queue: IngestionQueue;
  readonly rateLimits: RateLimits;
  readonly clock: Clock;
  /** Responds with a 500 instead of a response that violates the spec, and instead of logging a line. */
  readonly strict: boolean;
  /** Responds to every request with an example of the spec. */
  readonly stateless: boolean;
  readonly examples: ExampleSource;
  readonly log: Log;
  /** Set if the sandbox is shared. */
  readonly policy?: CallPolicy | undefined;
  readonly observer?: SandboxObserver | undefined;
}
