import { version } from '../../program/version.ts';
import type { CheckReporter, Finding } from '../finding.ts';
import { sentence } from './text.ts';

const rules = [
  { id: 'dropped-value', shortDescription: { text: 'telecrm would drop a value' } },
  { id: 'lost-lead', shortDescription: { text: 'telecrm would drop the whole lead' } },
];

/** For code scanning: a SARIF 2.1.0 log. */
export function sarifReporter(write: (text: string) => void): CheckReporter {
  const driver = { name: 'telecrm check', semanticVersion: version, rules };
  let separator = `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":${JSON.stringify({ driver })},"results":[\n`;
  return {
    payload({ findings }) {
      for (const finding of findings) {
        write(`${separator}${JSON.stringify(resultOf(finding))}`);
        separator = ',\n';
      }
    },
    end() {
      if (separator.startsWith('{')) write(separator);
      write(']}]}\n');
    },
  };
}

function resultOf(finding: Finding): object {
  const { file, line, column, field, isFatal } = finding;
  const uri = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return {
    ruleId: isFatal ? 'lost-lead' : 'dropped-value',
    level: isFatal ? 'error' : 'warning',
    message: { text: `${field} ${sentence(finding)}`.trim() },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
  };
}
