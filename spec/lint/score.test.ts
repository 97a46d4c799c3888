import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const spec = fileURLToPath(new URL('../', import.meta.url));

// The score rewards constraints on every property. Responses have only those that telecrm documents.
it.each([
  ['async', 90],
  ['sync', 85],
])('the %s bundle scores %i or more of 100 for readiness', async (api, minimum) => {
  const { stdout } = await promisify(execFile)(
    'redocly',
    ['score', `dist/${api}.json`, '--config', '../redocly.yaml', '--format', 'json'],
    { cwd: spec, env: { ...process.env, REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' } },
  );
  const { agentReadiness } = JSON.parse(stdout.slice(stdout.indexOf('{')));
  expect(agentReadiness).toBeGreaterThanOrEqual(minimum);
});
