import { version } from '../../program/version.ts';
import { jsonText } from '../../terminal/printable.ts';
import type { CheckReporter, Finding } from '../finding.ts';
import { sentence } from './text.ts';

const rules = {
  lost: { id: 'lost-lead', level: 'error', text: 'telecrm would drop the whole lead' },
  dropped: { id: 'dropped-value', level: 'warning', text: 'telecrm would drop a value' },
  warning: {
    ...{ id: 'probable-mistake', level: 'note' },
    text: 'telecrm would store a value that is probably a mistake',
  },
} as const;

/** For code scanning: a SARIF 2.1.0 log. */
export function sarifReporter(write: (text: string) => void): CheckReporter {
  const list = Object.values(rules);
  const driver = {
    ...{ name: 'telecrm check', semanticVersion: version },
    rules: list.map(({ id, text }) => ({ id, shortDescription: { text } })),
  };
  let separator = `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":${JSON.stringify({ driver })},"results":[\n`;
  const end = (toolExecutionNotifications: object[]) => {
    if (separator.startsWith('{')) write(separator);
    const executionSuccessful = toolExecutionNotifications.length === 0;
    const invocation = { executionSuccessful, toolExecutionNotifications };
    write(`],"invocations":[${jsonText(invocation)}]}]}\n`);
  };
  return {
    payload({ findings }) {
      for (const finding of findings) {
        write(`${separator}${jsonText(resultOf(finding))}`);
        separator = ',\n';
      }
    },
    end() {
      end([]);
    },
    fail(_summary, { message }) {
      end([{ level: 'error', message: { text: message } }]);
    },
  };
}

function resultOf(finding: Finding): object {
  const { file, line, column, field, severity } = finding;
  const { id, level } = rules[severity];
  const uri = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return {
    ruleId: id,
    level,
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
