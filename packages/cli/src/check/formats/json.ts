import type { CheckReporter, Finding } from '../finding.ts';

/**
 * For programs: a single object, written incrementally to limit memory for files of any size. Payloads without a
 * finding are omitted unless stored leads are requested.
 */
export function jsonReporter(write: (text: string) => void): CheckReporter {
  let separator = '{"results":[';
  return {
    payload({ findings, stored, ...payload }) {
      if (findings.length === 0 && stored === undefined) return;
      const { dropped = [], warnings = [] } = Object.groupBy(findings, ({ severity }) =>
        severity === 'warning' ? 'warnings' : 'dropped',
      );
      const parts = { dropped: dropped.map(partOf), warnings: warnings.map(partOf) };
      write(`${separator}${JSON.stringify({ ...payload, ...parts, stored })}`);
      separator = ',\n';
    },
    end(summary) {
      if (separator.startsWith('{')) write(separator);
      const ok = summary.complete === summary.payloads;
      write(`],${JSON.stringify({ ok, ...summary }).slice(1)}\n`);
    },
  };
}

function partOf({ file: _, severity: __, ...part }: Finding): object {
  return part;
}
