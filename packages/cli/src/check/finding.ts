import type { LeadCheck } from '@telecrm/workspace';
import type { CommandError } from '../program/exit-codes.ts';

/**
 * The severity of a finding: the whole lead would be lost, a value would be dropped, or a value would be stored but is
 * probably a mistake.
 */
export type Severity = 'lost' | 'dropped' | 'warning';

/** A problem of a part of a payload, with its location in the file. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** `fields.rating`; empty for a payload that cannot be parsed. */
  readonly field: string;
  readonly reason: string;
  readonly fix: string;
  readonly severity: Severity;
}

/** A checked payload. */
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

/** The number of payloads by result. */
export interface CheckSummary {
  readonly payloads: number;
  /** Stored completely. */
  readonly complete: number;
  /** Partly stored. */
  readonly partial: number;
  /** Not stored. */
  readonly lost: number;
  /** Values that would be stored but are probably mistakes. They do not change the exit code. */
  readonly warnings: number;
}

/** Writes findings as they are found. */
export interface CheckReporter {
  payload(checked: CheckedPayload): void;
  end(summary: CheckSummary): void;
  /** Completes the output if a file cannot be checked to its end. */
  fail(summary: CheckSummary, failure: CommandError): void;
}
