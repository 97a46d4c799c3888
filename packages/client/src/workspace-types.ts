/**
 * The compile-time types of one workspace: the fields of its leads, its custom actions, statuses and options.
 * `telecrm types` of `@telecrm/cli` generates such a type, named `Workspace`, from the workspace file.
 *
 * Every member is a plain interface that lists each field, and none of them is generic, so that the compiler can read
 * hundreds of fields without instantiating types, and its messages name the field.
 *
 * @example
 * ```ts
 * import type { NewOption, WorkspaceTypes } from '@telecrm/client';
 *
 * interface LeadFields {
 *   phone?: string;
 *   city?: 'Pune' | 'Mumbai' | NewOption;
 * }
 * interface NewLeadFields extends LeadFields {
 *   phone: string;
 * }
 * interface LeadChanges extends LeadFields {
 *   phone?: never;
 * }
 * interface Workspace extends WorkspaceTypes {
 *   identifier: 'phone';
 *   lead: {
 *     create: NewLeadFields;
 *     update: LeadChanges;
 *     stored: { phone?: string; city?: string };
 *     filter: { phone?: string | readonly string[] };
 *   };
 *   actions: { '1001': { fields: { note?: string }; stored: { note?: string } } };
 * }
 *
 * const lead: Workspace['lead']['create'] = { phone: '919999999999', city: 'Pune' };
 * console.log(lead);
 * ```
 */
export interface WorkspaceTypes {
  /** The API name of the field that identifies leads. */
  readonly identifier: string;
  /** The fields of leads by API name, with separate types for each use. */
  readonly lead: LeadTypes;
  /** The custom actions by their bare code: `'1001'`, without `ACTION_`. */
  readonly actions: { readonly [code: string]: ActionTypes };
}

/** The fields of leads in {@link WorkspaceTypes}. */
export interface LeadTypes {
  /** The fields of a new lead and of create-or-update, in which the identifier is required. */
  readonly create: object;
  /** The fields of an update, in which the identifier is `never` because it cannot be changed. */
  readonly update: object;
  /** The fields in responses. Every field is optional, and labels can be missing from the workspace file. */
  readonly stored: object;
  /** The fields of a search: one value or several, or a {@link Range} for fields that have an order. */
  readonly filter: object;
}

/** The fields of one custom action in {@link WorkspaceTypes}. */
export interface ActionTypes {
  /** The fields of an action to create or to update. */
  readonly fields: object;
  /** The fields in responses. */
  readonly stored: object;
}

declare const marked: unique symbol;

/**
 * A label that is intended to become a new option of its field. telecrm creates an option for every unknown label, even
 * for a typo. Therefore, only known options compile, and a new one must be marked with {@link newOption}.
 *
 * @example
 * ```ts
 * import { type NewOption, newOption } from '@telecrm/client';
 *
 * const source: 'Website' | 'Referral' | NewOption = newOption('Billboard');
 * console.log(source);
 * ```
 */
export type NewOption = string & { readonly [marked]: 'new option' };

/** A label in a response: a known one, which editors suggest, or one that was added later. */
export type StoredLabel<Known extends string> = Known | (string & {});

/** A condition on a field: one value, or several of which one must match. */
export type OneOrMany<Value> = Value | readonly Value[];

/** A condition on a field that has an order. Both ends are included. */
export interface Range<Value> {
  /** The lowest value. */
  from?: Value;
  /** The highest value. */
  to?: Value;
}
