import { runSample } from '../run-sample.ts';
import type { SampleSandbox } from '../sandbox.ts';

/** Stubs of the Google services that the script of the guide calls. They change the sheet in place. */
const services = `
import { execFileSync } from 'node:child_process';

const PropertiesService = {
  getScriptProperties: () => ({ getProperty: (name) => process.env[name] ?? null }),
};
const LockService = {
  getScriptLock: () => ({ tryLock: () => !process.env.LOCKED, releaseLock() {} }),
};
const SpreadsheetApp = {
  getActiveSpreadsheet: () => ({
    getSheetByName: (name) => name === 'Leads' && {
      getDataRange: () => ({ getDisplayValues: () => rows.map((row) => [...row]) }),
      getRange: (row, column) => ({ setValue(value) { rows[row - 1][column - 1] = value; } }),
    },
  }),
};
const UrlFetchApp = {
  fetch(url, { method, contentType, headers, payload, muteHttpExceptions }) {
    const fields = Object.entries({ ...headers, 'Content-Type': contentType });
    const output = execFileSync('curl', ['--silent', '--request', method.toUpperCase(), url,
      ...fields.flatMap(([name, value]) => ['--header', name + ': ' + value]),
      '--data-raw', payload, '--write-out', '\\n%{http_code}'], { encoding: 'utf8' });
    const at = output.lastIndexOf('\\n');
    const status = Number(output.slice(at + 1));
    if (status >= 400 && !muteHttpExceptions) throw new Error('HTTP ' + status);
    return { getResponseCode: () => status, getContentText: () => output.slice(0, at) };
  },
};
`;

/** The sheet after a run of the script, and the message of its error, if any. */
export interface SheetRun {
  rows: string[][];
  failure: string;
}

/** Runs the script's `sendPending` function on a sheet. */
export async function runInAppsScript(
  sandbox: Pick<SampleSandbox, 'url' | 'environment'>,
  script: string,
  rows: readonly (readonly string[])[],
): Promise<SheetRun> {
  const program = `${services}
const rows = ${JSON.stringify(rows)};
${script}
let failure = '';
try { sendPending(); } catch (error) { failure = error.message; }
console.log(JSON.stringify({ rows, failure }));`;
  return JSON.parse(await runSample(sandbox, 'js', program));
}
