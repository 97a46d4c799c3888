import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Known vulnerabilities in what our packages need at run time, or why they are not known. */
export type Audit = { problems: string[] } | { unanswered: string };

interface Report {
  advisories?: Record<string, { module_name: string; severity: string; title: string }>;
}

/** Asks the registry. A registry that does not answer is reported, not failed: that is no fault of the code. */
export async function advisories(): Promise<Audit> {
  const output = await promisify(execFile)('pnpm', ['audit', '--prod', '--json'], {
    timeout: 60_000,
  }).catch((error: { stdout?: string }) => error);
  return readReport(output.stdout ?? '');
}

/** What `pnpm audit --json` printed, without those of low severity. */
export function readReport(text: string): Audit {
  try {
    const { advisories: found }: Report = JSON.parse(text);
    if (found === undefined) return { unanswered: 'the registry gave no list' };
    return {
      problems: Object.values(found)
        .filter(({ severity }) => severity !== 'low')
        .map(({ module_name, severity, title }) => `${module_name}: ${title} (${severity})`),
    };
  } catch {
    return { unanswered: 'the registry did not answer' };
  }
}
