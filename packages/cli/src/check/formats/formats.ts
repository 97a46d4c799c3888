import type { Style } from '../../terminal/style.ts';
import type { CheckReporter } from '../finding.ts';
import { githubReporter } from './github.ts';
import { jsonReporter } from './json.ts';
import { sarifReporter } from './sarif.ts';
import { textReporter } from './text.ts';

/** The report formats of `telecrm check`. */
export const reportFormats = ['text', 'json', 'github', 'sarif'] as const;

export type ReportFormat = (typeof reportFormats)[number];

export function createReporter(
  format: ReportFormat,
  write: (text: string) => void,
  style: Style,
): CheckReporter {
  switch (format) {
    case 'text':
      return textReporter(write, style);
    case 'json':
      return jsonReporter(write);
    case 'github':
      return githubReporter(write);
    case 'sarif':
      return sarifReporter(write);
  }
}
