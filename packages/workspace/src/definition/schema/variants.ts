import * as v from 'valibot';
import { object } from './containers.ts';
import { flag } from './values.ts';

function variant(title: string, text: string) {
  return v.optional(v.pipe(flag, v.metadata({ title, description: text, examples: [true] })));
}

/**
 * Behavior in which live workspaces have been seen to differ from each other or from the docs: a program should work with
 * either. Defaults to the behavior of the sandbox's default workspace.
 */
export const variants = v.pipe(
  object('Variants', {
    documentedSearchRows: variant(
      'Documented search rows',
      'Rows of `searchLeads` contain only `fields`, as documented. By default they also have the `id`, `status`, `rating` and `employeeid` that programs have observed.',
    ),
    emptyStatusInSearchRows: variant(
      'Empty status in search rows',
      'Rows of `searchLeads` have an empty `fields.status`; the label is only beside `fields`. One program has observed it.',
    ),
    prefixedActionTypes: variant(
      'Prefixed action types',
      'Custom actions are read as `ACTION_1001`. One program has observed it; the docs show the bare code, the default.',
    ),
    failOnAssigneeWithStatuses: variant(
      'Failing search by assignee and statuses',
      'A search by `assignee` and an array of statuses fails with 500. One program has noted it.',
    ),
    enforceLockAfterCreate: variant(
      'Enforced locks',
      'An update that changes a field with `lockAfterCreate` leaves its value unchanged. How telecrm handles such a change is not known; by default it is stored.',
    ),
    unauthorizedUnknownEnterprise: variant(
      'Unauthorized unknown enterprise',
      'The response for an unknown enterprise ID is 401. One program has observed it; the docs say 404, the default.',
    ),
  }),
  v.metadata({
    title: 'Variants',
    description:
      'Ways in which live workspaces have been seen to differ from each other or from the docs.',
    examples: [{ documentedSearchRows: true }],
  }),
);
