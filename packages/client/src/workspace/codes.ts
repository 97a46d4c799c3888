import type { ActionCode } from '../values/custom-action-type.ts';
import type { WorkspaceTypes } from '../workspace-types.ts';

/** The bare codes of the custom actions of a workspace. */
export type BareCode<W extends WorkspaceTypes> = keyof W['actions'] & `${number}`;

/** A code as the dashboard shows it, as a path and a response have it. */
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

/** Payments, and what telecrm records by itself. The list is open, but no code of a custom action looks like this. */
export type RecordedType =
  | 'PAYMENT'
  | 'LEAD_ASSIGNMENT'
  | 'CUSTOM_API'
  | `${'INCOMING' | 'OUTGOING'}_${string}`
  | `${string}_${'CALL' | 'ACTION' | 'MSG' | 'NOTE'}`;
