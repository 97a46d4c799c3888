/** The result of one check of the doctor. */
export interface Diagnosis {
  /** The checked item: `Sync token`. */
  readonly name: string;
  readonly status: 'ok' | 'warning' | 'problem' | 'unreachable' | 'skipped';
  /** The finding. */
  readonly message: string;
  /** The fix. */
  readonly fix?: string;
}

export function ok(name: string, message: string): Diagnosis {
  return { name, status: 'ok', message };
}

export function skipped(name: string, message: string): Diagnosis {
  return { name, status: 'skipped', message };
}

export function problem(name: string, message: string, fix: string): Diagnosis {
  return { name, status: 'problem', message, fix };
}

export function warning(name: string, message: string, fix: string): Diagnosis {
  return { name, status: 'warning', message, fix };
}
