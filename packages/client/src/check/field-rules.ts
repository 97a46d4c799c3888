import { checkLeadUpdate, leadFields } from '@telecrm/workspace';
import type { FieldRules } from '../fields/field-rules.ts';
import { matchValue } from '../fields/match-value.ts';
import { readWorkspace, type WorkspaceFile } from './check-body.ts';

/**
 * Reads from a workspace file how the workspace stores the values of lead fields. With these rules, {@link ignoredValues},
 * {@link ingestAndVerify} and {@link verifyMany} can also compare dates that were sent as text, and do not have to request
 * the field types. Requires `@telecrm/workspace`.
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
    match(apiName, sent, stored) {
      const type = types.get(apiName);
      const match = matchValue(type, sent, stored);
      if (match !== 'unknown') return match;
      const update = checkLeadUpdate(definition, { fields: { [apiName]: sent } });
      const value = update.stored?.fields[apiName];
      // If telecrm drops the value, the field cannot contain it.
      return value === undefined ? 'no' : matchValue(type, value, stored);
    },
  };
}
