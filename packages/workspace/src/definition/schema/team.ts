import * as v from 'valibot';
import { memberPhonePattern, memberStatuses } from '../../generated/spec-values.ts';
import { distinct, object } from './containers.ts';
import { invalid } from './messages.ts';
import { day, emailAddress, label, oneOf } from './values.ts';

const license = object('License', {
  status: v.pipe(label, v.title('Status')),
  type: v.pipe(label, v.title('Type')),
  start_date: v.pipe(day, v.title('First day')),
  end_date: v.pipe(day, v.title('Last day')),
});

const phoneMessage = invalid('send country code and number, digits only, such as 919876543210');

const teamMember = object('Team member', {
  name: v.pipe(label, v.metadata({ title: 'Name', description: 'Their full name.' })),
  email: v.pipe(
    emailAddress,
    v.metadata({
      title: 'Email address',
      description: 'Identifies the member; the letter case does not matter.',
      examples: ['jane.doe@example.com'],
    }),
  ),
  phone_number: v.pipe(
    v.string(phoneMessage),
    v.regex(memberPhonePattern, phoneMessage),
    v.maxLength(20, phoneMessage),
    v.metadata({
      title: 'Phone number',
      description: 'Country code and number, digits only.',
      examples: ['919876543210'],
    }),
  ),
  status: v.optional(
    v.pipe(
      oneOf(memberStatuses),
      v.metadata({
        title: 'Status',
        description: 'Whether the member is at work, invited or deleted.',
      }),
    ),
    'Active',
  ),
  manager_name: v.optional(v.pipe(v.nullable(label), v.title("Manager's name")), null),
  manager_email: v.optional(
    v.pipe(v.nullable(emailAddress), v.title("Manager's email address")),
    null,
  ),
  permission_template_name: v.optional(
    v.pipe(v.nullable(label), v.title('Permission template')),
    null,
  ),
  license: v.optional(
    v.pipe(
      v.nullable(license),
      v.metadata({ title: 'License', description: '`null` if none was ever assigned.' }),
    ),
    null,
  ),
});

export const teamMembers = distinct(
  teamMember,
  1000,
  ({ email }) => email.toLowerCase(),
  'give each member a unique email address',
);
