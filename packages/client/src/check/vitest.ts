/**
 * Adds {@link toBeTakenBy} to the `expect` of Vitest, and to its types. List it in `test.setupFiles`, or import it in a
 * test: `import '@telecrm/client/check/vitest'`.
 */
import { expect } from 'vitest';
import { type LeadMatchers, toBeTakenBy } from './matcher.ts';

declare module 'vitest' {
  // Vitest declares it with these parameters.
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown>
    extends LeadMatchers<R> {}
}

expect.extend({ toBeTakenBy });
