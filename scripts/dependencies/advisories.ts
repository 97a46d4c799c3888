import { runPnpm } from './pnpm.ts';

/** Known vulnerabilities in the run-time dependencies of the packages, or the reason why they could not be fetched. */
export type Audit = { problems: string[] } | { notFetched: string };

interface Report {
  advisories?: Record<string, { module_name: string; severity: string; title: string }>;
}

/** Queries the registry. If it does not respond, that is reported, but the check does not fail. */
export async function advisories(): Promise<Audit> {
  // If there are vulnerabilities, pnpm prints the report and fails.
  const report = await runPnpm(['audit', '--prod', '--json'], { timeout: 60_000 }).catch(
    (error: { stdout?: string }) => error.stdout ?? '',
  );
  return readReport(report);
}

/** Parses the output of `pnpm audit --json`, without vulnerabilities of low severity. */
export function readReport(text: string): Audit {
  try {
    const { advisories: found }: Report = JSON.parse(text);
    if (found === undefined) return { notFetched: 'the registry returned no list' };
    return {
      problems: Object.values(found)
        .filter(({ severity }) => severity !== 'low')
        .map(({ module_name, severity, title }) => `${module_name}: ${title} (${severity})`),
    };
  } catch {
    return { notFetched: 'the registry did not respond' };
  }
}
