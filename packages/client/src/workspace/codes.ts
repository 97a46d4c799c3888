import type { ActionCode } from '../values/custom-action-type.ts';
import type { WorkspaceTypes } from '../workspace-types.ts';

/** The bare codes of the custom actions of a workspace. */
export type BareCode<W extends WorkspaceTypes> = keyof W['actions'] & `${number}`;

/** A code with its prefix, as in the dashboard, in paths and in responses. */
export type PrefixedCode<W extends WorkspaceTypes> =
  `${number}` extends BareCode<W> ? ActionCode : `ACTION_${BareCode<W>}`;

/** A code as a number. */
export type CodeNumber<Code extends string> = Code extends `${infer Value extends number}`
  ? Value
  : never;

/** A code without its prefix, as text. */
export type WithoutPrefix<Type extends string | number> = Type extends `ACTION_${infer Code}`
  ? Code
  : `${Type}`;

/** The types of payments and of actions that telecrm records itself. The list is open, but excludes codes of custom actions. */
export type RecordedType =
  | 'PAYMENT'
  | 'LEAD_ASSIGNMENT'
  | 'CUSTOM_API'
  | `${'INCOMING' | 'OUTGOING'}_${string}`
  | `${string}_${'CALL' | 'ACTION' | 'MSG' | 'NOTE'}`;
