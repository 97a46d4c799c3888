import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(import.meta.resolve('@redocly/cli/bin/cli.js'));
const config = fileURLToPath(new URL('../../../redocly.yaml', import.meta.url));

export interface Finding {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly pointer: string;
  readonly message: string;
}

/** The output of Redocly with `--format json`: one object per document. */
interface Report {
  readonly totals: { readonly ignored: number };
  readonly problems: readonly {
    readonly ruleId: string;
    readonly message: string;
    readonly location: readonly [
      {
        readonly source: { readonly ref: string };
        readonly pointer: string;
        readonly start?: { readonly line: number };
      },
    ];
  }[];
}

/** Lints files with the rules of redocly.yaml. Returns the findings, including warnings, in the order of the files. */
export async function lint(documents: readonly string[], cwd: string): Promise<Finding[][]> {
  const args = ['lint', ...documents, '--config', config, '--lint-config', 'error'];
  const child = spawn(
    process.execPath,
    [cli, ...args, '--format', 'json', '--max-problems', '1000'],
    {
      cwd,
      // No network access, not even to check for updates.
      env: { ...process.env, REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', REDOCLY_TELEMETRY: 'off' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  // The objects are not separated. This line break cannot occur inside an object.
  const reports: Report[] = stdout ? JSON.parse(`[${stdout.replaceAll('\n}{\n', '\n},{\n')}]`) : [];
  if (reports.length !== documents.length) throw new Error(`Redocly did not finish:\n${stderr}`);
  if (reports.some(({ totals }) => totals.ignored > 0)) {
    throw new Error('Findings are ignored: remove .redocly.lint-ignore.yaml and fix them.');
  }
  return reports.map(({ problems }) =>
    problems.map(({ ruleId, message, location: [{ source, pointer, start }] }) => ({
      rule: ruleId,
      file: source.ref,
      line: start?.line ?? 1,
      pointer,
      message,
    })),
  );
}
