// A customer's program: starts the sandbox by its command and calls it through the client.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { createSyncClient } from '@telecrm/client';
import { createSyncHttp } from '@telecrm/client/http';
import { defaultCredentials } from '@telecrm/mock';
import { createSandbox } from '@telecrm/sandbox';
import { fingerprint } from '@telecrm/spec';
import { bundlePath } from '@telecrm/spec/files';
import sync from '@telecrm/spec/sync.json' with { type: 'json' };

const mock = spawn('node_modules/.bin/telecrm-mock', ['--port', '0']);
try {
  const baseUrl = await announced();
  const { enterpriseId, syncToken } = defaultCredentials;
  const http = createSyncHttp({ enterpriseId, token: syncToken, baseUrl });
  const { data, error } = await http.POST('/enterprise/{enterpriseId}/lead/search', {
    body: { fields: { status: ['Won'] } },
  });
  if (error) throw new Error(error.error.message);
  const health = await fetch(new URL('/_sandbox/health', baseUrl));
  const { fingerprint: served } = await health.json();
  if (served !== fingerprint) throw new Error(`the sandbox serves ${served}, not ${fingerprint}`);
  const { fetch: inProcess } = createSandbox();
  const { lead_id } = await createSyncClient({
    enterpriseId,
    token: syncToken,
    fetch: inProcess,
  }).createLead({ body: { fields: { phone: '919812345678' } } });
  if (!lead_id) throw new Error('the sandbox in process created no lead');
  await writeFile('telecrm.workspace.json', '{}');
  const { stdout } = await promisify(execFile)('node_modules/.bin/telecrm', ['types', '--json']);
  if (!JSON.parse(stdout).ok) throw new Error(`telecrm types wrote nothing: ${stdout}`);
  const onDisk = JSON.parse(await readFile(bundlePath('sync'), 'utf8'));
  if (onDisk.info.version !== sync.info.version) throw new Error('the bundles differ');
  console.log(`packed packages work: spec ${fingerprint}, ${data.total_count} won leads found`);
} finally {
  mock.kill('SIGTERM');
  await once(mock, 'exit');
}

/** The Sync URL that the command prints. */
async function announced(): Promise<string> {
  let output = '';
  for await (const chunk of mock.stdout) {
    output += chunk;
    const [address] = output.match(/http:\/\/\S+\/autoupdate\/v2/) ?? [];
    if (address) return address;
  }
  throw new Error(`the sandbox did not start: ${output}`);
}
