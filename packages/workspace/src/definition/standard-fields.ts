import type { Field } from '../fields/index.ts';

/** The fields of every workspace. According to the table in the docs, an assignee is an ordinary email address. */
export const standardFields: readonly Field[] = [
  { apiName: 'name', type: 'text' },
  { apiName: 'phone', type: 'phone' },
  { apiName: 'email', type: 'email' },
  { apiName: 'rating', type: 'rating' },
  { apiName: 'status', type: 'status' },
  { apiName: 'assignee', type: 'email' },
];

/** The keys that telecrm adds next to the fields of a lead in search results. */
export const systemFieldNames: readonly string[] = ['created_on', 'modified_on'];
