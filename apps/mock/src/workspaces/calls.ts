import { newestFirst, type Page, type Paged } from './page.ts';

/** A call as it is remembered: neither token, nor path, nor body, as any of them may hold what is nobody's business. */
interface Call {
  time: number;
  method: string;
  operation: string | null;
  /** `null` when the connection was cut. */
  status: number | null;
  /** Milliseconds. */
  duration: number;
  fault: boolean;
  violations: string[];
}

/** How many calls a workspace remembers. */
const kept = 1000;

/** The last calls of a workspace. */
export interface Calls {
  readonly size: number;
  add(call: Call): void;
  list(page: Page): Paged<Call>;
  clear(): void;
}

export function createCalls(): Calls {
  let calls: Call[] = [];
  const last = () => calls.slice(-kept);
  return {
    get size() {
      return Math.min(calls.length, kept);
    },
    add(call) {
      calls.push(call);
      // Cutting once in a while is cheaper than shifting each time.
      if (calls.length >= 2 * kept) calls = last();
    },
    list: (page) => newestFirst(last(), page),
    clear() {
      calls = [];
    },
  };
}
