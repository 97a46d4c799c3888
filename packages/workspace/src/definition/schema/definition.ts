import * as v from 'valibot';
import { isCountry, isTimeZone } from '../../fields/index.ts';
import { object } from './containers.ts';
import { customActions } from './custom-actions.ts';
import { dateFormat } from './date-format.ts';
import { customFields } from './fields.ts';
import { invalid } from './messages.ts';
import { pipeline } from './pipeline.ts';
import { teamMembers } from './team.ts';
import { count, text } from './values.ts';
import { variants } from './variants.ts';

const countryMessage = invalid('send a country code of two capitals, such as IN');
const zoneMessage = invalid('send an IANA time zone, such as Asia/Kolkata');

/** The definition of a workspace, every part of which is optional. */
export const definitionSchema = v.pipe(
  object('telecrm workspace', {
    $schema: v.optional(
      v.pipe(
        text(2000),
        v.metadata({ title: 'JSON Schema', description: 'The schema of this file, for editors.' }),
      ),
    ),
    enterpriseId: v.optional(
      v.pipe(
        text(100),
        // Paths cannot contain any other.
        v.check((id) => !/^\.\.?$|[\p{Cc}\p{Cs}]/u.test(id), invalid('send letters and digits')),
        v.metadata({
          title: 'Enterprise ID',
          description: 'The ID of the workspace in paths.',
          examples: ['ent_sandbox'],
        }),
      ),
    ),
    defaultCountry: v.optional(
      v.pipe(
        v.string(countryMessage),
        v.regex(/^[A-Z]{2}$/, countryMessage),
        v.check(isCountry, countryMessage),
        v.metadata({
          title: 'Default country',
          description: 'The ISO 3166 code of the country of phone numbers without a country code.',
          examples: ['IN'],
        }),
      ),
    ),
    dateFormat: v.optional(dateFormat),
    timeZone: v.optional(
      v.pipe(
        v.string(zoneMessage),
        v.maxLength(64, zoneMessage),
        v.check(isTimeZone, zoneMessage),
        v.metadata({
          title: 'Time zone',
          description: 'The IANA time zone of dates without one.',
          examples: ['Asia/Kolkata'],
        }),
      ),
    ),
    customFields: v.optional(
      v.pipe(
        customFields,
        v.metadata({
          title: 'Custom fields',
          description:
            'Lead fields in addition to `name`, `phone`, `email`, `rating`, `status` and `assignee`, which always exist.',
        }),
      ),
    ),
    customActions: v.optional(
      v.pipe(
        customActions,
        v.metadata({
          title: 'Custom actions',
          description: 'The actions that can be written in addition to `PAYMENT`.',
        }),
      ),
    ),
    pipeline: v.optional(
      v.pipe(
        pipeline,
        v.metadata({
          title: 'Lead stage pipeline',
          description:
            'Stages, statuses and lost reasons, in the shape that `getLeadStagePipeline` returns.',
        }),
      ),
    ),
    teamMembers: v.optional(
      v.pipe(
        teamMembers,
        v.metadata({
          title: 'Team members',
          description: 'The team, in the shape that `getTeamMember` returns.',
        }),
      ),
    ),
    seats: v.optional(
      v.pipe(
        count,
        v.metadata({
          title: 'Seats',
          description: 'How many members the workspace can have, not counting deleted ones.',
        }),
      ),
    ),
    variants: v.optional(variants),
  }),
  v.metadata({
    description:
      'The definition of a telecrm workspace. A part that is given replaces that part of the default workspace.',
  }),
);
