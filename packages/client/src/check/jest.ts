/**
 * Adds {@link toBeTakenBy} to the global `expect` of Jest, and to the types of `@types/jest`. List it in
 * `setupFilesAfterEnv`, or import it in a test: `import '@telecrm/client/check/jest'`.
 */
import { type LeadMatchers, toBeTakenBy } from './matcher.ts';

declare global {
  // Jest's types are a namespace, which only a namespace can extend.
  namespace jest {
    // biome-ignore lint/complexity/noBannedTypes: `@types/jest` declares it with these parameters.
    interface Matchers<R, T = {}> extends LeadMatchers<R> {}
  }
}

/** The part of Jest's `expect` that is needed here. */
interface Extendable {
  extend(matchers: object): void;
}

const { expect }: object & { expect?: Extendable } = globalThis;
if (!expect) {
  throw new Error(
    '@telecrm/client/check/jest needs the global expect of Jest: list it in setupFilesAfterEnv',
  );
}
expect.extend({ toBeTakenBy });
