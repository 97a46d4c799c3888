/** The control surface, seen from the page. */

const kept = 'telecrm-sandbox-token';

/** The sandbox wants its control token. */
export class NeedsToken extends Error {}

/** @param {string} token */
export function useToken(token) {
  sessionStorage.setItem(kept, token);
}

/**
 * @param {string} path Below `/_sandbox/`.
 * @returns {Promise<any>} The answer; what it holds is in openapi.yaml.
 */
export async function get(path) {
  const token = sessionStorage.getItem(kept);
  const headers = new Headers(token === null ? {} : { Authorization: `Bearer ${token}` });
  const response = await fetch(path, { headers, cache: 'no-store' });
  if (response.status === 401) throw new NeedsToken();
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}

/** @param {string} enterpriseId */
export function workspacePath(enterpriseId) {
  return `workspaces/${encodeURIComponent(enterpriseId)}`;
}
