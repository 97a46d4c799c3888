import type { components } from '../generated/sync.ts';
import type { WorkspaceTypes } from '../workspace-types.ts';

type Schemas = components['schemas'];

/** The types without a workspace type: the standard fields, and any value for every other field. */
export interface AnyWorkspace extends WorkspaceTypes {
  readonly lead: {
    readonly create: Schemas['LeadFields'];
    readonly update: Schemas['LeadFields'];
    readonly stored: Schemas['StoredLeadFields'];
    readonly filter: Schemas['LeadFieldFilters'];
  };
  readonly actions: {
    readonly [code: `${number}`]: {
      readonly fields: Schemas['CustomActionFields'];
      readonly stored: { [key: string]: unknown };
    };
  };
}
