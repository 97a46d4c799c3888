import { createSyncClient } from '@telecrm/client';
import { createSandbox } from '@telecrm/sandbox';

const { workspace, fetch } = createSandbox();
const { enterpriseId, syncToken: token } = workspace;
const telecrm = createSyncClient({ enterpriseId, token, fetch, dangerouslyAllowBrowser: true });

export async function phoneOfNewLead(phone = '919999999999') {
  const { lead_id: leadId } = await telecrm.createLead({ body: { fields: { phone } } });
  return (await telecrm.getLead({ leadId })).fields.phone;
}
