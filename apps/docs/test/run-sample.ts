import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Mock, sandbox } from '@telecrm/mock';

/** Where TypeScript samples lie, so that they find the packages they import. */
const folder = fileURLToPath(new URL('../reports/samples', import.meta.url));
const noteStatus = fileURLToPath(new URL('note-status.ts', import.meta.url));

/** What a sample did: the statuses of the answers it got, and what it printed. */
export type Ran = { statuses: string[]; printed: string };

/** Runs a sample as a reader would, against a sandbox of the test's own instead of the one on port 4010. */
export async function runSample(mock: Mock, language: string, code: string): Promise<Ran> {
  const here = code
    .replaceAll('http://127.0.0.1:4010', mock.url)
    .replaceAll('127.0.0.1:4010', new URL(mock.url).host);
  const run = runners[language];
  if (!run) throw new Error(`no way to run ${language}`);
  const at = await mkdtemp(join(tmpdir(), 'telecrm-sample-'));
  try {
    const { stdout, stderr } = await run(here, at, { ...process.env, ...environment(mock) });
    const noted = [...`${stdout}\n${stderr}`.matchAll(/^<status (\d+)>$/gm)];
    return { statuses: noted.map(([, status = '']) => status), printed: stdout };
  } finally {
    await rm(at, { recursive: true });
  }
}

/** Brings the default workspace back to its beginning. */
export async function reset(mock: Mock): Promise<void> {
  await fetch(`${mock.url}/_sandbox/workspaces/${sandbox.enterpriseId}/reset`, { method: 'POST' });
}

function environment(mock: Mock): Record<string, string> {
  return {
    TELECRM_ENTERPRISE_ID: sandbox.enterpriseId,
    TELECRM_SYNC_TOKEN: sandbox.tokens.sync,
    TELECRM_ASYNC_TOKEN: sandbox.tokens.async,
    TELECRM_SYNC_URL: mock.baseUrls.sync,
    TELECRM_ASYNC_URL: mock.baseUrls.async,
    NO_COLOR: '1',
  };
}

type Runner = (
  code: string,
  folder: string,
  env: NodeJS.ProcessEnv,
) => Promise<{ stdout: string; stderr: string }>;

const exec = promisify(execFile);

const runners: Record<string, Runner> = {
  async bash(code, at, env) {
    await writeFile(
      join(at, '.curlrc'),
      'silent\nshow-error\nwrite-out = "\\n<status %{http_code}>\\n"\n',
    );
    return exec('bash', ['-c', code], { env: { ...env, CURL_HOME: at }, timeout: 20_000 });
  },
  async python(code, at, env) {
    const note = `
import http.client as _client, sys as _sys
_get = _client.HTTPConnection.getresponse
def _noted(self):
    answer = _get(self)
    print("<status %s>" % answer.status, file=_sys.stderr)
    return answer
_client.HTTPConnection.getresponse = _noted
`;
    await writeFile(join(at, 'sample.py'), note + code);
    return exec('python3', [join(at, 'sample.py')], { env, timeout: 20_000 });
  },
  async ts(code, at, env) {
    await mkdir(folder, { recursive: true });
    const file = join(folder, `${at.split('-').at(-1)}.ts`);
    await writeFile(file, code);
    const args = ['--import', noteStatus, file];
    return exec(process.execPath, args, { env, timeout: 20_000 }).finally(() => rm(file));
  },
};
runners.curl = (...call) => runners.bash?.(...call) ?? Promise.reject();
