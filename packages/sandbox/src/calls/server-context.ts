import type { Clock } from '../clock/clock.ts';
import type { SandboxObserver } from '../observer.ts';
import type { ExampleSource } from '../prefer/example-source.ts';
import type { RateLimiters } from '../rate-limit/limiters.ts';
import type { Log } from '../responses/internal-error.ts';
import type { Registry } from '../workspaces/registry.ts';

/** The context of every request. */
export interface ServerContext {
  readonly registry: Registry;
  readonly limiters: RateLimiters;
  readonly clock: Clock;
  /** A response that violates the spec becomes a 500 instead of a line in the log. */
  readonly strict: boolean;
  /** Every response is an example of the spec. */
  readonly stateless: boolean;
  readonly examples: ExampleSource;
  readonly log: Log;
  readonly observer?: SandboxObserver | undefined;
}
