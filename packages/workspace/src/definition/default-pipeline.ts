import type { Pipeline } from './types.ts';

export const defaultPipeline: Pipeline = {
  leadStages: [
    {
      stageid: 'stage_open_1',
      stageType: 'OPEN',
      visibility: true,
      activeStatuses: [
        { statusid: 1, label: 'Fresh', color: '#FF5733' },
        { statusid: 2, label: 'Contacted', color: '#33A8FF' },
        { statusid: 3, label: 'Qualified', color: '#33FF57' },
      ],
      archivedStatuses: [],
    },
    {
      stageid: 'stage_won_1',
      stageType: 'WON',
      visibility: true,
      activeStatuses: [{ statusid: 10, label: 'Won', color: '#28A745' }],
      archivedStatuses: [],
    },
    {
      stageid: 'stage_lost_1',
      stageType: 'LOST',
      visibility: true,
      activeStatuses: [{ statusid: 20, label: 'Lost', color: '#DC3545' }],
      archivedStatuses: [],
    },
  ],
  activeLeadLostReasons: [
    { reasonid: 1, reasonLabel: 'Price too high', isDefault: false },
    { reasonid: 2, reasonLabel: 'No Need', isDefault: false },
  ],
  archivedLeadLostReasons: [],
  creationTimestamp: 1609459200000,
  modificationTimestamp: 1735689600000,
  lastModifiedBy: 'admin@example.com',
  version: 3,
};
