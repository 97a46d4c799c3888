import type { PayloadPart } from '@telecrm/workspace';
import { payloadOf } from '../ingest/plan/payload.ts';
import type { PlanOptions } from '../ingest/plan/plan.ts';
import type { CheckedPayload, Finding, Severity } from './finding.ts';
import type { PayloadRow } from './payloads.ts';

interface CheckOptions extends Pick<PlanOptions, 'mapping' | 'check'> {
  readonly file: string;
  /** Whether to return the lead as telecrm would store it. */
  readonly stored: boolean;
}

/** Checks one payload. A JSON value is checked unchanged; a CSV row is converted to a payload first. */
export function checkRow(
  { row, columns, positionOf }: PayloadRow,
  options: CheckOptions,
): CheckedPayload {
  const { file, mapping, check, stored: keepsStored } = options;
  const place = { file, row: row.number, line: row.line };
  const find =
    (severity: Severity) =>
    ({ field, reason, fix }: PayloadPart): Finding => ({
      ...{ file, ...positionOf(field), field, reason, fix, severity },
    });
  const payload =
    row.kind === 'value'
      ? { ok: true as const, body: row.value }
      : // telecrm makes an option of a label that it does not know, and drops nothing.
        payloadOf(row, columns, mapping, { newOptions: true });
  if (!payload.ok) {
    const parts = payload.problems.map((reason) => ({ field: '', reason, fix: '' }));
    const findings = parts.map(find('lost'));
    return { ...place, accepted: false, findings };
  }
  const { accepted, dropped, warnings, stored } = check(payload.body);
  const findings = [
    ...dropped.map(find(accepted ? 'dropped' : 'lost')),
    ...warnings.map(find('warning')),
  ];
  return { ...place, accepted, findings, ...(keepsStored && { stored }) };
}
