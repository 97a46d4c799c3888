import { isEmail } from '../fields/index.ts';
import { memberPhonePattern, memberStatuses } from '../generated/spec-values.ts';
import { type Check, listOf, object, oneOf, orNull, take, text } from './check.ts';
import type { TeamMember } from './definition.ts';
import { distinct } from './fields.ts';

export const address = take(
  (value) => (typeof value === 'string' && isEmail(value) ? value : undefined),
  'send an email address',
);

const phoneNumber = take(
  (value) => (typeof value === 'string' && memberPhonePattern.test(value) ? value : undefined),
  'send country code and number, digits only, such as 919876543210',
);

const day = take(
  (value) => (typeof value === 'string' && isDay(value) ? value : undefined),
  'send a day such as 2025-01-01',
);

// A day that the calendar lacks comes back as another one.
function isDay(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === value;
}

const license = object({ status: text, type: text, start_date: day, end_date: day }, {});

const sentMember = object(
  { name: text, email: address, phone_number: phoneNumber },
  {
    status: oneOf(memberStatuses),
    manager_name: orNull(text),
    manager_email: orNull(address),
    permission_template_name: orNull(text),
    license: orNull(license),
  },
);

const member: Check<TeamMember> = (value, at, problems) => {
  const sent = sentMember(value, at, problems);
  return (
    sent && {
      name: sent.name,
      email: sent.email,
      status: sent.status ?? 'Active',
      phone_number: sent.phone_number,
      manager_name: sent.manager_name ?? null,
      manager_email: sent.manager_email ?? null,
      permission_template_name: sent.permission_template_name ?? null,
      license: sent.license ?? null,
    }
  );
};

export const teamMembers = distinct(
  listOf(member),
  ({ email }) => email.toLowerCase(),
  'give each member an email address of their own',
);
