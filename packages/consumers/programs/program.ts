// A program as a user would write it, compiled with every TypeScript setting that the client supports.
import { createSyncClient, isTelecrmError } from '@telecrm/client';
import { startSandbox } from '@telecrm/client/testing';

const telecrm = createSyncClient();

async function create(phone: string): Promise<string> {
  try {
    const { lead_id } = await telecrm.createLead({ body: { fields: { phone } } });
    return `created ${lead_id.length}`;
  } catch (error) {
    if (!isTelecrmError(error, { operation: 'createLead' })) throw error;
    if (error.code !== 'LEAD_ALREADY_EXISTS') throw error;
    const status: 409 = error.status;
    return `rejected with ${status}`;
  }
}

// @ts-expect-error There is no such operation: the types come from the client and are not `any`.
export const unknown = () => telecrm.createLaed();

async function main() {
  const sandbox = await startSandbox({ workspace: { defaultCountry: 'IN' } });
  await sandbox.close();
  console.log(JSON.stringify([await create('919876543210'), await create('919876543210')]));
}

void main();
