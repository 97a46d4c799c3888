import * as v from 'valibot';
import { stageTypes } from '../../generated/spec-values.ts';
import { list, object } from './containers.ts';
import { invalid } from './messages.ts';
import { count, emailAddress, flag, label, oneOf, timestamp } from './values.ts';

/** The format of the colors on telecrm's pages. */
const colorPattern = /^#[0-9A-Fa-f]{6}$/;
const colorMessage = invalid('send a color such as #FF5733');

const status = object('Status', {
  statusid: v.pipe(count, v.title('Status ID')),
  label: v.pipe(
    label,
    v.metadata({
      title: 'Label',
      description: 'The value of a status field. Case matters.',
      examples: ['Fresh'],
    }),
  ),
  color: v.pipe(
    v.string(colorMessage),
    v.regex(colorPattern, colorMessage),
    v.metadata({ title: 'Color', description: 'In hexadecimal.', examples: ['#FF5733'] }),
  ),
});

const stage = object('Lead stage', {
  stageid: v.pipe(label, v.title('Stage ID')),
  stageType: v.pipe(
    oneOf(stageTypes),
    v.metadata({ title: 'Stage type', description: 'Whether leads here are open, won or lost.' }),
  ),
  visibility: v.pipe(
    flag,
    v.metadata({ title: 'Visibility', description: 'Whether the dashboard shows the stage.' }),
  ),
  activeStatuses: v.pipe(
    list(status, 200),
    v.metadata({ title: 'Active statuses', description: 'Statuses that leads can be given.' }),
  ),
  archivedStatuses: v.pipe(
    list(status, 200),
    v.metadata({ title: 'Archived statuses', description: 'Statuses that are dropped when sent.' }),
  ),
});

const lostReason = object('Lost reason', {
  reasonid: v.pipe(count, v.title('Reason ID')),
  reasonLabel: v.pipe(
    label,
    v.metadata({
      title: 'Label',
      description: 'The value of a lost-reason field. Case matters.',
      examples: ['No Need'],
    }),
  ),
  isDefault: v.pipe(
    flag,
    v.metadata({ title: 'Default', description: 'Whether it is the default reason.' }),
  ),
});

export const pipeline = object('Lead stage pipeline', {
  leadStages: v.pipe(
    list(stage, 50),
    v.metadata({ title: 'Stages', description: 'The stages with their statuses.' }),
  ),
  activeLeadLostReasons: v.pipe(
    list(lostReason, 500),
    v.metadata({ title: 'Active lost reasons', description: 'Reasons that leads can be given.' }),
  ),
  archivedLeadLostReasons: v.pipe(
    list(lostReason, 500),
    v.metadata({
      title: 'Archived lost reasons',
      description: 'Reasons that are dropped when sent.',
    }),
  ),
  creationTimestamp: v.optional(
    v.pipe(timestamp, v.metadata({ title: 'Created', description: 'In Unix milliseconds.' })),
  ),
  modificationTimestamp: v.optional(
    v.pipe(timestamp, v.metadata({ title: 'Modified', description: 'In Unix milliseconds.' })),
  ),
  lastModifiedBy: v.optional(
    v.pipe(
      emailAddress,
      v.metadata({ title: 'Modified by', description: 'The email address of a team member.' }),
    ),
  ),
  version: v.optional(
    v.pipe(count, v.metadata({ title: 'Version', description: 'Counts the changes.' })),
  ),
});
