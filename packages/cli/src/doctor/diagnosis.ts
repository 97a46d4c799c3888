/** One thing that the doctor has looked at. */
export interface Diagnosis {
  /** What was looked at: `Sync token`. */
  readonly name: string;
  readonly status: 'ok' | 'warning' | 'problem' | 'unreachable' | 'skipped';
  /** What was found. */
  readonly message: string;
  /** What to do about it. */
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
