import { colorPattern, stageTypes } from '../generated/spec-values.ts';
import { type Check, flag, listOf, object, oneOf, take, text, whole } from './check.ts';
import type { Pipeline } from './definition.ts';
import { address } from './team.ts';

const color = take(
  (value) => (typeof value === 'string' && colorPattern.test(value) ? value : undefined),
  'send a colour such as #FF5733',
);

const statuses = listOf(object({ statusid: whole, label: text, color }, {}));
const reasons = listOf(object({ reasonid: whole, reasonLabel: text, isDefault: flag }, {}));
const stage = object(
  {
    stageid: text,
    stageType: oneOf(stageTypes),
    visibility: flag,
    activeStatuses: statuses,
    archivedStatuses: statuses,
  },
  {},
);

export const pipeline: Check<Pipeline> = object(
  {
    leadStages: listOf(stage),
    activeLeadLostReasons: reasons,
    archivedLeadLostReasons: reasons,
  },
  {
    creationTimestamp: whole,
    modificationTimestamp: whole,
    lastModifiedBy: address,
    version: whole,
  },
);
