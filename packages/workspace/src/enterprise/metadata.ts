import type { WorkspaceContext } from '../context/context.ts';
import { type Result, success } from '../results/result.ts';
import { fieldId } from './custom-fields.ts';

/** The metadata of the enterprise. */
export interface EnterpriseMetadata {
  name: string;
  id: string;
  creationTimeStamp: number;
  teamSize: string;
  industry: string;
  website: string;
  leadIdentifierFieldId: string;
  integrations: string[];
}

/** The company of the example in the docs, with the ID of this workspace. */
export async function getEnterpriseMetadata({
  definition,
  identifier,
}: WorkspaceContext): Promise<Result<EnterpriseMetadata>> {
  return success({
    name: 'Acme Corporation',
    id: definition.enterpriseId,
    creationTimeStamp: 1609459200000,
    teamSize: '50-100',
    industry: 'Technology',
    website: 'https://acme.com',
    leadIdentifierFieldId: fieldId(identifier.apiName),
    integrations: ['WHATSAPP', 'EMAIL', 'SMS'],
  });
}
