import type { Sent } from './requests.ts';

/** The name that this tab keeps its requests by. */
const key = 'telecrm.try';

/** As many requests as a new page makes again; more would take too long. */
const mostRequests = 50;

/** The requests that this tab has sent on the pages before. */
export function stored(): Sent[] {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '[]');
  } catch {
    return [];
  }
}

export function store(sent: readonly Sent[]): void {
  try {
    if (sent.length <= mostRequests) sessionStorage.setItem(key, JSON.stringify(sent));
  } catch {
    // Without storage a sequence lasts as long as the page.
  }
}
