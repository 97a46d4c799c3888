import type { ActionRecord, LeadRecord, MemberRecord } from '../store/index.ts';

/** A lead whose identifier is derived from its ID. */
export function lead(id: string, createdOn = 1, fields: LeadRecord['fields'] = {}): LeadRecord {
  return { id, identifier: `i-${id}`, fields, createdOn, modifiedOn: createdOn };
}

/** An action of the lead `a`. */
export function action(id: string, createdOn = 1): ActionRecord {
  return { id, leadId: 'a', type: '1001', createdOn, modifiedOn: createdOn, performedBy: '' };
}

export function member(
  email: string,
  status: MemberRecord['member']['status'] = 'Active',
): MemberRecord {
  return {
    identifier: email.toLowerCase(),
    member: {
      name: 'Ann',
      email,
      status,
      phone_number: '919876543210',
      ...{ manager_name: null, manager_email: null, permission_template_name: null },
      license: null,
    },
  };
}

/** The first page of ten. */
export const page = { skip: 0, limit: 10 };
