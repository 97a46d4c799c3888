import type { Field } from '../fields/index.ts';

/** The fields that every workspace has. An assignee is an email address like any other, by the docs' own table. */
export const standardFields: readonly Field[] = [
  { apiName: 'name', type: 'text' },
  { apiName: 'phone', type: 'phone' },
  { apiName: 'email', type: 'email' },
  { apiName: 'rating', type: 'rating' },
  { apiName: 'status', type: 'status' },
  { apiName: 'assignee', type: 'email' },
];

/** What telecrm itself puts beside the fields of a lead that was found by a search. */
export const systemFieldNames: readonly string[] = ['created_on', 'modified_on'];
