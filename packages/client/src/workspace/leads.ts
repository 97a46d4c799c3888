import type { components } from '../generated/sync.ts';
import type { WorkspaceTypes } from '../workspace-types.ts';
import type { Action, ActionTypeFilter, AsyncAction, SyncAction } from './actions.ts';
import type { AnyWorkspace } from './any-workspace.ts';
import type { Never, Replace } from './replace.ts';

type Schemas = components['schemas'];

/** Fields that belong in `fields`; the API does not read them next to it. */
type OutsideFields = Never<
  'name' | 'phone' | 'email' | 'rating' | 'status' | 'assignee' | 'tags' | 'note'
>;

declare const sentTo: unique symbol;

/** The fields and actions of a new lead. */
interface LeadParts<W extends WorkspaceTypes, Action> extends OutsideFields {
  /** The values of the lead, keyed by API name. */
  fields: W['lead']['create'];
  /** The actions to append, in order. */
  actions?: Action[];
}

/** A new lead, and the actions to append to it. */
export interface CreateLeadRequest<W extends WorkspaceTypes = AnyWorkspace>
  extends LeadParts<W, SyncAction<W>> {
  /** Never present. The compiler compares it before the inherited members, which keeps its message short. */
  readonly [sentTo]?: 'the Sync API';
}

/** A lead to create or to update, and the actions to append to it. */
export interface AsyncLeadRequest<W extends WorkspaceTypes = AnyWorkspace>
  extends LeadParts<W, AsyncAction<W>> {
  /** Never present. The compiler compares it before the inherited members, which keeps its message short. */
  readonly [sentTo]?: 'the Async API';
}

/** New values for fields of a lead. */
export interface UpdateLeadRequest<W extends WorkspaceTypes = AnyWorkspace>
  extends OutsideFields,
    Never<'actions'> {
  /** The new values, keyed by API name. */
  fields: W['lead']['update'];
}

/** A lead after an update. */
export interface UpdatedLead<W extends WorkspaceTypes = AnyWorkspace>
  extends Replace<Schemas['UpdatedLead'], { fields: object }> {
  /** The values of the lead, keyed by API name. */
  fields: W['lead']['stored'];
}

/** A lead that is read. */
export interface Lead<W extends WorkspaceTypes = AnyWorkspace>
  extends Replace<Schemas['Lead'], { fields: object; actions?: object[] }> {
  /** The values of the lead, keyed by API name. */
  fields: W['lead']['stored'];
  /** Its timeline, newest first, if it was requested. */
  actions?: Action<W>[];
}

/** A lead that a search has found. */
export interface FoundLead<W extends WorkspaceTypes = AnyWorkspace>
  extends Replace<Schemas['FoundLead'], { fields: object }> {
  /** The values of the lead, keyed by API name. */
  fields: W['lead']['stored'];
}

/** A page of found leads. */
export interface LeadSearchResponse<W extends WorkspaceTypes = AnyWorkspace>
  extends Replace<Schemas['LeadSearchResponse'], { data: object[] }> {
  data: FoundLead<W>[];
}

/** Conditions on leads. An empty object matches all leads. */
export interface LeadSearchRequest<W extends WorkspaceTypes = AnyWorkspace> extends OutsideFields {
  /** Conditions on fields: a value, several values, or a date range. */
  fields?: W['lead']['filter'];
  /** Conditions on the actions of a lead. */
  actions?: LeadActionFilter<W>;
}

/** Conditions on the actions of a lead. */
export type LeadActionFilter<W extends WorkspaceTypes = AnyWorkspace> = Replace<
  Schemas['LeadActionFilter'],
  { type?: ActionTypeFilter<W> | ActionTypeFilter<W>[] }
> &
  Never<'created_on'>;

/** The API name of a field of leads. */
export type FieldName<W extends WorkspaceTypes> = keyof W['lead']['create'] & string;
