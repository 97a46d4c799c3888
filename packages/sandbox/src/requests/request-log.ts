import { newestFirst, type Page, type PageOf } from '../lists/page.ts';
import { createRing } from '../lists/ring.ts';
import type { LoggedRequest } from './logged-request.ts';

/** The size of the log of a workspace: smaller for requests without its token, because anyone can send them. */
const kept = { authorized: 1000, unauthorized: 50 };

/** How many bytes of bodies a workspace remembers. */
const keptBytes = 1024 * 1024;

/** The last requests of a workspace. */
export interface RequestLog {
  readonly size: number;
  /** A request with the token of this workspace, and how many bytes its body had. */
  add(request: LoggedRequest, bytes: number): void;
  /** A request without its token: those cannot displace the others. */
  addUnauthorized(request: LoggedRequest): void;
  list(page: Page): PageOf<LoggedRequest>;
  clear(): void;
}

interface Entry {
  order: number;
  request: LoggedRequest;
}

interface Body {
  request: LoggedRequest;
  bytes: number;
}

export function createRequestLog(): RequestLog {
  const authorized = createRing<Entry>(kept.authorized);
  const unauthorized = createRing<Entry>(kept.unauthorized);
  let bodies: Body[] = [];
  let bytes = 0;
  let count = 0;

  const forgetBodies = () => {
    while (bytes > keptBytes || bodies.length > kept.authorized) {
      const oldest = bodies.shift();
      if (oldest === undefined) return;
      oldest.request.sent = null;
      bytes -= oldest.bytes;
    }
  };

  return {
    get size() {
      return authorized.size + unauthorized.size;
    },
    add(request, size) {
      authorized.add({ order: count++, request });
      if (size === 0) return;
      bodies.push({ request, bytes: size });
      bytes += size;
      forgetBodies();
    },
    addUnauthorized(request) {
      unauthorized.add({ order: count++, request });
    },
    list(page) {
      const all = [...authorized.items(), ...unauthorized.items()];
      const ordered = all.sort((a, b) => a.order - b.order).map(({ request }) => request);
      return newestFirst(ordered, page);
    },
    clear() {
      authorized.clear();
      unauthorized.clear();
      bodies = [];
      bytes = 0;
    },
  };
}
