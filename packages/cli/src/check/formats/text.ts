import { printable } from '../../terminal/printable.ts';
import type { Style } from '../../terminal/style.ts';
import type { CheckReporter, CheckSummary, Finding } from '../finding.ts';

type Write = (text: string) => void;

/** For people: a line for each value, which editors and terminals turn into a link. */
export function textReporter(write: Write, { bold, dim, red, yellow }: Style): CheckReporter {
  return {
    payload({ findings, stored, file, line }) {
      for (const finding of findings) {
        const mark = finding.isFatal ? red('lost') : yellow('dropped');
        const place = dim(printable(placeOf(finding)));
        const field = finding.field === '' ? '' : `${bold(printable(finding.field))} `;
        write(`${place} ${mark} ${field}${printable(sentence(finding))}\n`);
      }
      if (stored !== undefined) {
        write(`${dim(printable(`${file}:${line}`))} stored ${printable(JSON.stringify(stored))}\n`);
      }
    },
    end: (summary) => write(`${summarize(summary)}\n`),
  };
}

export function sentence({ reason, fix }: Finding): string {
  return fix === '' ? reason : `${reason}: ${fix}`;
}

function placeOf({ file, line, column }: Finding): string {
  return `${file}:${line}:${column}`;
}

function summarize({ payloads, complete, partial, lost }: CheckSummary): string {
  const count = `${payloads} ${payloads === 1 ? 'payload' : 'payloads'}`;
  return `${count}: ${complete} complete, ${partial} with parts dropped, ${lost} lost`;
}
