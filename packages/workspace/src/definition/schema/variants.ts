import * as v from 'valibot';
import { object } from './containers.ts';
import { flag, oneOf } from './values.ts';

function variant(title: string, text: string) {
  return v.optional(v.pipe(flag, v.metadata({ title, description: text })));
}

/** The responses of the Async API to an accepted lead. The first one is documented, the others were observed. */
const acknowledgements = ['queued', 'text', 'result', 'outcome', 'empty', 'noContent'] as const;

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
      'Rows of `searchLeads` have an empty `fields.status`; the label is only next to `fields`. One program has observed it.',
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
    acknowledgement: v.optional(
      v.pipe(
        oneOf(acknowledgements),
        v.metadata({
          title: 'Acknowledgment',
          description:
            'The response of the Async API to an accepted lead: `{"status":"QUEUED"}` as documented (`queued`, the default), `OK` (`text`), `{"result":"Accepted"}` (`result`), an object with `modifiedLeadIds` (`outcome`), an empty 200 (`empty`) or a 204 (`noContent`).',
        }),
      ),
    ),
  }),
  v.metadata({
    title: 'Variants',
    description:
      'Ways in which live workspaces have been seen to differ from each other or from the docs.',
    examples: [{ documentedSearchRows: true }],
  }),
);
