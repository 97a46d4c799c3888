import type { SentRequest } from './requests.ts';

/** The key in the session storage. */
const key = 'telecrm.try';

/** The maximum number of requests that a new page repeats. Repeating more would take too long. */
const maxRequests = 50;

/** The requests that this tab sent on previous pages. */
export function loadRequests(): SentRequest[] {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '[]');
  } catch {
    return [];
  }
}

/** Stores the requests that this tab sent, for the next page. */
export function saveRequests(sent: readonly SentRequest[]): void {
  try {
    if (sent.length <= maxRequests) sessionStorage.setItem(key, JSON.stringify(sent));
  } catch {
    // Storage may be disabled. The state is then lost with the page.
  }
}
