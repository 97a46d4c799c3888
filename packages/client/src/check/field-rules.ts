import { checkLeadUpdate, leadFields } from '@telecrm/workspace';
import type { FieldRules } from '../fields/field-rules.ts';
import { holds } from '../fields/holds.ts';
import { readWorkspace, type WorkspaceFile } from './check-body.ts';

/**
 * How a workspace stores the values of lead fields, by its workspace file: for {@link ignoredValues},
 * {@link ingestAndVerify} and {@link verifyMany}, which can then compare dates that are sent as text, and need no call to
 * know the types of fields. Needs `@telecrm/workspace` installed.
 *
 * @param workspace The content of your `telecrm.workspace.json`.
 * @throws DefinitionError when it is not valid.
 *
 * @example
 * ```ts
 * import { createAsyncClient, createSyncClient, ingestAndVerify } from '@telecrm/client';
 * import { fieldRules } from '@telecrm/client/check';
 *
 * const workspace = { customFields: [{ apiName: 'follow_up_date', type: 'date' }] };
 * const lead = { fields: { phone: '919999999999', follow_up_date: '01/06/2026 10:30:00' } };
 * const { outcome } = await ingestAndVerify(createAsyncClient(), createSyncClient(), lead, {
 *   fieldRules: fieldRules(workspace),
 * });
 * console.log(outcome);
 * ```
 */
export function fieldRules(workspace: WorkspaceFile): FieldRules {
  const definition = readWorkspace(workspace);
  const fields = leadFields(definition.customFields);
  const types = new Map(fields.map(({ apiName, type }) => [apiName, type]));
  return {
    holds(apiName, sent, stored) {
      const type = types.get(apiName);
      const held = holds(type, sent, stored);
      if (held !== 'unknown') return held;
      const update = checkLeadUpdate(definition, { fields: { [apiName]: sent } });
      const value = update.stored?.fields[apiName];
      // A value that telecrm drops is not what the field holds.
      return value === undefined ? 'no' : holds(type, value, stored);
    },
  };
}
