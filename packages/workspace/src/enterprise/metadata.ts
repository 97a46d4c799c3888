import { done, type Result } from '../result.ts';
import type { Room } from '../room.ts';
import { fieldId } from './custom-fields.ts';

/** What telecrm knows about the enterprise. */
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

/** The company of the docs' example, under the ID of this workspace. */
export async function getEnterpriseMetadata({
  definition,
  identifier,
}: Room): Promise<Result<EnterpriseMetadata>> {
  return done({
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
