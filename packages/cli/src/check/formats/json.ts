import { failureData } from '../../program/failure.ts';
import { jsonText } from '../../terminal/printable.ts';
import type { CheckReporter, Finding } from '../finding.ts';

/**
 * For programs: a single object, written incrementally to limit memory for files of any size. Payloads without a
 * finding are omitted unless stored leads are requested.
 */
export function jsonReporter(write: (text: string) => void): CheckReporter {
  let separator = '{"results":[';
  const end = (data: object) => {
    if (separator.startsWith('{')) write(separator);
    write(`],${jsonText(data).slice(1)}\n`);
  };
  return {
    payload({ findings, stored, ...payload }) {
      if (findings.length === 0 && stored === undefined) return;
      const { dropped = [], warnings = [] } = Object.groupBy(findings, ({ severity }) =>
        severity === 'warning' ? 'warnings' : 'dropped',
      );
      const parts = { dropped: dropped.map(partOf), warnings: warnings.map(partOf) };
      write(`${separator}${jsonText({ ...payload, ...parts, stored })}`);
      separator = ',\n';
    },
    end(summary) {
      end({ ok: summary.complete === summary.payloads, ...summary });
    },
    fail(summary, failure) {
      end({ ...summary, ...failureData(failure) });
    },
  };
}

function partOf({ file: _, severity: __, ...part }: Finding): object {
  return part;
}
