import type { StoredValue } from '../fields/index.ts';

/** An initial timeline entry. */
export interface ActionSeed {
  readonly id: string;
  readonly type: string;
  readonly createdOn: number;
  readonly performedBy?: string;
  readonly fields?: Readonly<Record<string, StoredValue>>;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** An initial lead. */
export interface LeadSeed {
  readonly id: string;
  readonly createdOn: number;
  /** Stored values: dates in milliseconds, phones as digits. */
  readonly fields: Readonly<Record<string, StoredValue>>;
  readonly actions?: readonly ActionSeed[];
}
