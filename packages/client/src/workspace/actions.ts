import type { components as AsyncComponents } from '../generated/async.ts';
import type { components } from '../generated/sync.ts';
import type { CustomAction } from '../values/custom-action.ts';
import type { ActionNumber, CustomActionType } from '../values/custom-action-type.ts';
import type { WorkspaceTypes } from '../workspace-types.ts';
import type { AnyWorkspace } from './any-workspace.ts';
import type { BareCode, CodeNumber, PrefixedCode, RecordedType } from './codes.ts';
import type { Never, Replace } from './replace.ts';

type Schemas = components['schemas'];

/** Keys that telecrm does not read next to the `type` and `fields` of a custom action. */
type OutsideFields = Never<'note' | 'text' | 'feedback' | 'status' | 'currency' | 'amount'>;

/** Keys that telecrm does not read in a payment. */
type NotInPayment = Never<'fields' | 'note' | 'text' | 'paymentid'>;

type Payment = Schemas['PaymentAction'];

/** A payment. It has four keys. */
export interface PaymentAction extends Payment, NotInPayment {}

/** A custom action of a workspace. */
interface KnownAction<Type extends string, Fields> extends OutsideFields {
  type: Type;
  /** The action's values, keyed by API name. */
  fields?: Fields;
}

/** The custom actions of a workspace, their types in the form of one API. */
type ActionsOf<W extends WorkspaceTypes, Prefix extends string> = {
  [Code in BareCode<W>]: KnownAction<`${Prefix}${Code}`, W['actions'][Code]['fields']>;
}[BareCode<W>];

type SyncSchema = Schemas['SyncCustomAction'];
type AsyncSchema = AsyncComponents['schemas']['AsyncCustomAction'];
type UpdateSchema = Schemas['CustomActionUpdate'];

// Interfaces, because compilers show their names in messages.
interface SyncCustomAction extends SyncSchema, OutsideFields {}
interface AsyncCustomAction extends AsyncSchema, OutsideFields {}
interface CustomActionUpdate extends UpdateSchema, OutsideFields {}

/** A custom action; without a workspace type, any. */
type CustomActionOf<W extends WorkspaceTypes, Prefix extends string, AnyAction> =
  `${number}` extends BareCode<W> ? AnyAction : ActionsOf<W, Prefix> | CustomAction<W>;

/** An action to create on the Sync API. */
export type SyncAction<W extends WorkspaceTypes = AnyWorkspace> =
  | PaymentAction
  | CustomActionOf<W, '', SyncCustomAction>;

/** An action to create on the Async API. */
export type AsyncAction<W extends WorkspaceTypes = AnyWorkspace> =
  | PaymentAction
  | CustomActionOf<W, 'ACTION_', AsyncCustomAction>;

/** The actions to append to a lead. */
export interface CreateActionsRequest<W extends WorkspaceTypes = AnyWorkspace> {
  actions: SyncAction<W>[];
}

/** A change of an action. Of a payment, only the status can change. */
export type UpdateActionRequest<W extends WorkspaceTypes = AnyWorkspace> =
  | (Schemas['PaymentActionUpdate'] & NotInPayment & Never<'amount' | 'currency'>)
  | CustomActionOf<W, '', CustomActionUpdate>;

/** The properties of every action in a response. */
interface ReadAction extends Replace<Schemas['Action'], { fields?: object }> {}

/**
 * An action in a response. {@link isAction} narrows it to one type, with its fields.
 *
 * @example
 * ```ts
 * import { type Action, isAction } from '@telecrm/client';
 *
 * export function visitOf(action: Action): object | undefined {
 *   return isAction(action, 1001) ? action.fields : undefined;
 * }
 * ```
 */
export interface Action<in out W extends WorkspaceTypes = AnyWorkspace> extends ReadAction {
  /** The values of a custom action, keyed by API name. */
  fields?: W['actions'][BareCode<W>]['stored'];
}

/** An action of a known type. */
export interface ActionOf<W extends WorkspaceTypes, Type extends string> extends Action<W> {
  fields?: Type extends BareCode<W> ? W['actions'][Type]['stored'] : never;
}

/** The values with which the type of an action in a response can be compared. */
export type ComparableType<W extends WorkspaceTypes> =
  `${number}` extends BareCode<W>
    ? string | number
    : BareCode<W> | PrefixedCode<W> | CodeNumber<BareCode<W>> | RecordedType;

/** The types of actions in a search: the bare code of a custom action, or a type that telecrm records. */
export type ActionTypeFilter<W extends WorkspaceTypes> =
  | (`${number}` extends BareCode<W> ? ActionNumber : BareCode<W>)
  | CustomActionType<W>
  | RecordedType;

/** Conditions on the actions of a lead. */
export type ActionSearchRequest<W extends WorkspaceTypes = AnyWorkspace> = Replace<
  Schemas['ActionSearchRequest'],
  { type?: ActionTypeFilter<W> }
> &
  Never<'fields' | 'performed_at'>;

/** A page of actions. */
export interface ActionSearchResponse<W extends WorkspaceTypes = AnyWorkspace>
  extends Replace<Schemas['ActionSearchResponse'], { data: object[] }> {
  data: Action<W>[];
}
