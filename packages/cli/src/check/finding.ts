import type { LeadCheck } from '@telecrm/workspace';

/**
 * How serious a finding is: the whole lead would be lost, a value would be dropped, or a value would be stored but is
 * probably a mistake.
 */
export type Severity = 'lost' | 'dropped' | 'warning';

/** What is wrong with a part of a payload, with its place in the file. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** `fields.rating`; for a payload that cannot be read, nothing. */
  readonly field: string;
  readonly reason: string;
  readonly fix: string;
  readonly severity: Severity;
}

/** A payload that was checked. */
export interface CheckedPayload {
  readonly file: string;
  /** Counted from one within its file. */
  readonly row: number;
  readonly line: number;
  readonly accepted: boolean;
  readonly findings: readonly Finding[];
  /** With `--stored`: the lead as telecrm would store it. */
  readonly stored?: LeadCheck['stored'];
}

/** How many payloads there were, and what became of them. */
export interface CheckSummary {
  readonly payloads: number;
  /** Stored with all that was sent. */
  readonly complete: number;
  /** Stored without a part of it. */
  readonly partial: number;
  /** Not stored at all. */
  readonly lost: number;
  /** Values that would be stored but are probably mistakes. They do not change the exit code. */
  readonly warnings: number;
}

/** Writes what was found, while it is being found. */
export interface CheckReporter {
  payload(checked: CheckedPayload): void;
  end(summary: CheckSummary): void;
}
