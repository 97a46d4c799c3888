import { sandboxEnterpriseId } from '../generated/spec-values.ts';
import { defaultPipeline } from './default-pipeline.ts';
import { defaultTeam } from './default-team.ts';
import type { ResolvedDefinition } from './types.ts';

/**
 * The workspace of the examples in telecrm's own docs.
 *
 * @example
 * ```ts
 * import { createWorkspace, defaultDefinition } from '@telecrm/workspace';
 *
 * const customFields = [
 *   ...defaultDefinition.customFields,
 *   { apiName: 'plan', type: 'dropdown', options: ['Basic', 'Pro'] } as const,
 * ];
 * const workspace = await createWorkspace({ definition: { customFields } });
 * ```
 */
export const defaultDefinition: ResolvedDefinition = {
  enterpriseId: sandboxEnterpriseId,
  defaultCountry: 'IN',
  dateFormat: 'dd/MM/yyyy HH:mm:ss',
  timeZone: 'Asia/Kolkata',
  customFields: [
    {
      apiName: 'contact_source',
      type: 'dropdown',
      description: 'How the lead was sourced',
      options: ['Website', 'Referral', 'Cold Call'],
    },
    { apiName: 'interests', type: 'tags', description: 'What the lead cares about' },
    { apiName: 'deal_size', type: 'number', description: 'What the deal may bring' },
    { apiName: 'follow_up_date', type: 'date', description: 'When to get in touch again' },
  ],
  customActions: [
    {
      code: 'ACTION_1001',
      displayName: 'Site Visit',
      icon: 'map-pin',
      description: 'Recorded after a sales rep visits the lead',
      score: 10,
      fieldSchema: {
        note: { type: 'text' },
        outcome: { type: 'dropdown', options: ['Interested', 'Not Interested'] },
        visit_date: { type: 'date' },
        email: { type: 'email' },
      },
    },
    {
      code: 'ACTION_1002',
      displayName: 'Demo Booked',
      icon: 'calendar',
      description: 'Recorded when a demo is agreed on',
      score: 20,
      fieldSchema: { note: { type: 'text' }, demo_date: { type: 'date' } },
    },
  ],
  pipeline: defaultPipeline,
  teamMembers: defaultTeam,
  seats: 50,
  variants: {},
};
