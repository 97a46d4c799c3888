import { printable } from '../../terminal/printable.ts';
import type { Style } from '../../terminal/style.ts';
import type { CheckReporter, CheckSummary, Finding } from '../finding.ts';

type Write = (text: string) => void;

/** For people: a line for each value, in a form that editors and terminals recognize as a link. */
export function textReporter(write: Write, style: Style): CheckReporter {
  const { bold, dim } = style;
  const marks = { lost: style.red, dropped: style.yellow, warning: style.cyan };
  return {
    payload({ findings, stored, file, line }) {
      for (const finding of findings) {
        const mark = marks[finding.severity](finding.severity);
        const place = dim(printable(placeOf(finding)));
        const field = finding.field === '' ? '' : `${bold(printable(finding.field))} `;
        write(`${place} ${mark} ${field}${printable(sentence(finding))}\n`);
      }
      if (stored !== undefined) {
        write(`${dim(printable(`${file}:${line}`))} stored ${printable(JSON.stringify(stored))}\n`);
      }
    },
    end: (summary) => write(`${summarize(summary)}\n`),
    fail: () => undefined,
  };
}

export function sentence({ reason, fix }: Finding): string {
  return fix === '' ? reason : `${reason}: ${fix}`;
}

function placeOf({ file, line, column }: Finding): string {
  return `${file}:${line}:${column}`;
}

function summarize({ payloads, complete, partial, lost, warnings }: CheckSummary): string {
  const verdicts = `${complete} complete, ${partial} with parts dropped, ${lost} lost`;
  const end = warnings === 0 ? '' : `; ${counted(warnings, 'warning')}`;
  return `${counted(payloads, 'payload')}: ${verdicts}${end}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
