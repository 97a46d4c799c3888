import type { FieldRules } from '../fields/field-rules.ts';
import type { WorkspaceTypes } from '../workspace-types.ts';

/** How a stored lead is found and compared with the lead that was sent. */
export interface ComparisonOptions<W extends WorkspaceTypes> {
  /**
   * The API name of the field by which the workspace identifies leads.
   *
   * @default 'phone'
   */
  identifier?: W['identifier'] | undefined;
  /**
   * How to compare values. `fieldRules` of `@telecrm/client/check` reads them from your workspace file. With them, dates
   * that were sent as text can also be verified.
   *
   * @default the types of the fields, read from the workspace
   */
  fieldRules?: FieldRules | undefined;
}
