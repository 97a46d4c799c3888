import { callerOf, send } from '@telecrm/caller';
import {
  createMemoryHosting,
  createMemoryStorage,
  StorageUnavailableError,
} from '@telecrm/sandbox/storage';
import { expect, it } from 'vitest';
import { sandboxForThisFile } from '../testing/mock.ts';

const memory = createMemoryStorage();
let totals = memory.totals;
let check = memory.check;
let calls = 0;
const storage = {
  ...memory,
  totals() {
    calls++;
    return totals();
  },
  check: () => check(),
};
const mock = await sandboxForThisFile({ metrics: true, storage });

async function metrics(): Promise<string> {
  const { status, body } = await send(`${mock.url}/_sandbox/metrics`);
  expect(status).toBe(200);
  return body;
}

it('say what the process knows if the storage fails', async () => {
  await callerOf(mock).sync('GET', '/metadata');
  expect(await metrics()).toMatch(/^telecrm_sandbox_storage_up 1$/m);
  totals = () => Promise.reject(new StorageUnavailableError('its database cannot be reached', 2));
  const during = await metrics();
  expect(during).toMatch(/^telecrm_sandbox_storage_up 0$/m);
  expect(during).toMatch(/^process_resident_memory_bytes \d+$/m);
  expect(during).toMatch(
    /^telecrm_sandbox_requests_total\{.*operation="getEnterpriseMetadata",status="200"\} 1$/m,
  );
  // An old value would look like a current one.
  expect(during).not.toMatch(/^telecrm_sandbox_(workspaces|queued_ingestions) /m);
  totals = memory.totals;
  const after = await metrics();
  expect(after).toMatch(/^telecrm_sandbox_storage_up 1$/m);
  expect(after).toMatch(/^telecrm_sandbox_workspaces 1$/m);
});

it('say that a storage can only be read', async () => {
  check = () => Promise.reject(new StorageUnavailableError('its disk is full', 30));
  const during = await metrics();
  expect(during).toMatch(/^telecrm_sandbox_storage_up 0$/m);
  expect(during).toMatch(/^telecrm_sandbox_queued_ingestions 0$/m);
  check = memory.check;
});

it('do not wait for a storage that does not respond, and ask it only once', async () => {
  const hanging = Promise.withResolvers<never>();
  totals = () => hanging.promise;
  calls = 0;
  const [first] = await Promise.all([metrics(), metrics()]);
  expect(first).toMatch(/^telecrm_sandbox_storage_up 0$/m);
  expect(await metrics()).toMatch(/^telecrm_sandbox_storage_up 0$/m);
  expect(calls).toBe(1);
  totals = memory.totals;
  hanging.reject(new Error('The connection was cut'));
  expect(await metrics()).toMatch(/^telecrm_sandbox_storage_up 1$/m);
});

it('count changes whose status could not be written to the audit trail', async () => {
  const hosting = createMemoryHosting();
  const complete = () => Promise.reject(new Error('The database is unreachable'));
  const audit = { ...hosting.audit, complete };
  const broken = { ...createMemoryStorage(), hosting: { ...hosting, audit } };
  const lines: string[] = [];
  const log = (line: string) => void lines.push(line);
  const other = await sandboxForThisFile({ metrics: true, storage: broken, log });
  expect((await send(`${other.url}/_sandbox/workspaces`, 'POST', {})).status).toBe(201);
  const { body } = await send(`${other.url}/_sandbox/metrics`);
  expect(body).toMatch(/^telecrm_sandbox_audit_failures_total 1$/m);
  expect(lines).toEqual([
    'Error while the status of a createWorkspace is written to the audit trail',
  ]);
});
