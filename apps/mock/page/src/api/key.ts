/** The key is kept for this tab only, and never in an address. */
const name = 'telecrm-sandbox-key';

export function readKey(): string | null {
  return sessionStorage.getItem(name);
}

export function keepKey(key: string): void {
  sessionStorage.setItem(name, key);
}

export function forgetKey(): void {
  sessionStorage.removeItem(name);
}
