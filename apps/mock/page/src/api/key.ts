/** The key is stored for this tab only, and is never part of a URL. */
const name = 'telecrm-sandbox-key';

export function readKey(): string | null {
  return sessionStorage.getItem(name);
}

export function storeKey(key: string): void {
  sessionStorage.setItem(name, key);
}

export function deleteKey(): void {
  sessionStorage.removeItem(name);
}
