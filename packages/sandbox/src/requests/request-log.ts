import { newestFirst, type Page, type PageOf } from '../lists/page.ts';
import { createRing } from '../lists/ring.ts';
import type { LoggedRequest } from './logged-request.ts';

/** How many requests a workspace remembers; of those without its token far fewer, as anybody can send them. */
const kept = { authorized: 1000, unauthorized: 50 };

/** The last requests of a workspace. */
export interface RequestLog {
  readonly size: number;
  /** @param authorized Whether the request had a token of this workspace; those without cannot displace the others. */
  add(request: LoggedRequest, authorized: boolean): void;
  list(page: Page): PageOf<LoggedRequest>;
  clear(): void;
}

interface Entry {
  order: number;
  request: LoggedRequest;
}

export function createRequestLog(): RequestLog {
  const authorized = createRing<Entry>(kept.authorized);
  const unauthorized = createRing<Entry>(kept.unauthorized);
  let count = 0;
  return {
    get size() {
      return authorized.size + unauthorized.size;
    },
    add(request, isAuthorized) {
      (isAuthorized ? authorized : unauthorized).add({ order: count++, request });
    },
    list(page) {
      const all = [...authorized.items(), ...unauthorized.items()];
      const ordered = all.sort((a, b) => a.order - b.order).map(({ request }) => request);
      return newestFirst(ordered, page);
    },
    clear() {
      authorized.clear();
      unauthorized.clear();
    },
  };
}
