import type { UndoLog } from './undo-log.ts';

/** The options added to fields, in memory. Each write adds its inverse to the undo log. */
export interface MemoryOptions {
  add(field: string, label: string, undo: UndoLog): void;
  list(field: string): string[];
  all(): { field: string; labels: string[] }[];
}

export function createMemoryOptions(): MemoryOptions {
  const byField = new Map<string, Set<string>>();

  return {
    add(field, label, undo) {
      const labels = byField.get(field) ?? new Set();
      if (labels.has(label)) return;
      byField.set(field, labels.add(label));
      undo.add(() => {
        labels.delete(label);
        if (labels.size === 0) byField.delete(field);
      });
    },
    list: (field) => [...(byField.get(field) ?? [])],
    all: () => [...byField].map(([field, labels]) => ({ field, labels: [...labels] })),
  };
}
