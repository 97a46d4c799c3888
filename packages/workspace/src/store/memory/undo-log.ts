/** The undo log of a transaction. */
export interface UndoLog {
  add(undo: () => void): void;
  /** Undoes all writes, the last one first. */
  rollBack(): void;
}

export function createUndoLog(): UndoLog {
  const steps: (() => void)[] = [];
  return {
    add: (undo) => {
      steps.push(undo);
    },
    rollBack() {
      for (const undo of steps.reverse()) undo();
    },
  };
}
