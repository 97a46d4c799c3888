/**
 * What a client can know of one workspace at compile time: the fields of its leads, the actions that it
 * defined, its statuses and options. `telecrm types` of `@telecrm/cli` writes a type of this shape, called
 * `Workspace`, from the workspace file.
 *
 * Every member is a plain interface with each field written out, and none of them is generic, so that a compiler reads
 * hundreds of fields without instantiating anything and its messages name the field.
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
  /** The fields of leads by API name, once for each way in which they are used. */
  readonly lead: LeadTypes;
  /** The custom actions by their bare code: `'1001'`, without `ACTION_`. */
  readonly actions: { readonly [code: string]: ActionTypes };
}

/** The fields of leads in {@link WorkspaceTypes}. */
export interface LeadTypes {
  /** What a new lead takes, and what create-or-update takes: the identifier is required. */
  readonly create: object;
  /** What an update takes: the identifier is `never`, since it cannot be changed. */
  readonly update: object;
  /** What is read back. Every field is optional, and labels may be ones that the workspace file does not know yet. */
  readonly stored: object;
  /** What a search takes: one value or several, and a {@link Range} for fields that have an order. */
  readonly filter: object;
}

/** The fields of one custom action in {@link WorkspaceTypes}. */
export interface ActionTypes {
  /** What the action takes. */
  readonly fields: object;
  /** What is read back. */
  readonly stored: object;
}

declare const marked: unique symbol;

/**
 * A label that is meant to become a new option of its field. telecrm creates an option for every unknown label, even a
 * typing error. So only known options compile, and a new one must be marked with {@link newOption}.
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

/** A label as it is read back: one of the known ones, which an editor offers, or one that has been added since. */
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
