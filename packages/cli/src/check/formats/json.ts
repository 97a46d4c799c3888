import type { CheckReporter, Finding } from '../finding.ts';

/**
 * For programs: one object, written piece by piece so that a file of any size takes little memory. Payloads without a
 * finding are left out unless they are to be shown as stored.
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
