import type { Scope } from '@telecrm/sql';

/** What transactions on a store work on: they run one after the other, and see its rows only. */
export function scopeOf(store: number): Scope {
  return { lock: `store ${store}`, settings: { 'telecrm.store': String(store) } };
}
