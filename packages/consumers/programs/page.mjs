import { createSyncClient } from '@telecrm/client';

const options = {
  enterpriseId: 'ent_sandbox',
  token: 'sandbox-sync-token',
  baseUrl: `${location.origin}/autoupdate/v2`,
};

try {
  createSyncClient(options);
} catch (error) {
  document.querySelector('#error').textContent = error.message;
}
const client = createSyncClient({ ...options, dangerouslyAllowBrowser: true });
const { name } = await client.getEnterpriseMetadata();
document.querySelector('#name').textContent = name;
