import type { PageRequest, PageResult } from '@telecrm/workspace/store';
import type { LoggedRequest } from '../../../requests/logged-request.ts';
import type { RequestLogOptions } from '../../requests.ts';
import { retention } from '../../retention.ts';
import { newestFirst } from '../page.ts';
import { createRing } from './ring.ts';

/** The last requests of a workspace, in memory. */
export interface MemoryRequestLog {
  readonly size: number;
  add(request: LoggedRequest, options: RequestLogOptions): void;
  list(page: PageRequest): PageResult<LoggedRequest>;
}

interface Entry {
  readonly order: number;
  request: LoggedRequest;
}

export function createMemoryRequestLog(): MemoryRequestLog {
  const authorized = createRing<Entry>(retention.requests);
  const unauthorized = createRing<Entry>(retention.unauthorizedRequests);
  const bodies: { entry: Entry; bytes: number }[] = [];
  let totalBytes = 0;
  let count = 0;

  const evictBodies = () => {
    while (totalBytes > retention.requestBytes || bodies.length > retention.requests) {
      const oldest = bodies.shift();
      if (oldest === undefined) return;
      oldest.entry.request = { ...oldest.entry.request, sent: null };
      totalBytes -= oldest.bytes;
    }
  };

  return {
    get size() {
      return authorized.size + unauthorized.size;
    },
    add(request, { isAuthorized, bytes }) {
      const entry = { order: count++, request };
      (isAuthorized ? authorized : unauthorized).add(entry);
      if (bytes === 0) return;
      bodies.push({ entry, bytes });
      totalBytes += bytes;
      evictBodies();
    },
    list(page) {
      const all = [...authorized.items(), ...unauthorized.items()];
      return newestFirst(
        all.sort((a, b) => a.order - b.order).map(({ request }) => request),
        page,
      );
    },
  };
}
