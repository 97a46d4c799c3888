import { printable } from '../../terminal/printable.ts';
import type { CheckReporter } from '../finding.ts';
import { sentence } from './text.ts';

const annotations = {
  lost: { command: 'error', title: 'telecrm would drop the lead' },
  dropped: { command: 'warning', title: 'telecrm would drop a value' },
  warning: { command: 'notice', title: 'telecrm would store a value that is probably a mistake' },
} as const;

/** For GitHub Actions: annotations on the lines of a pull request. */
export function githubReporter(write: (text: string) => void): CheckReporter {
  return {
    payload({ findings }) {
      for (const finding of findings) {
        const { file, line, column, field, severity } = finding;
        const { command, title } = annotations[severity];
        const properties = { file: file.replaceAll('\\', '/'), line, col: column, title };
        const list = Object.entries(properties).map(
          ([name, value]) => `${name}=${property(value)}`,
        );
        const message = `${field} ${sentence(finding)}`.trim();
        write(`::${command} ${list.join(',')}::${data(printable(message))}\n`);
      }
    },
    end: () => undefined,
    fail: () => undefined,
  };
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(value: string | number): string {
  return data(printable(String(value)))
    .replaceAll(':', '%3A')
    .replaceAll(',', '%2C');
}
