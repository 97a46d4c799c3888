import type { Field, FieldType } from '../fields/index.ts';

/** A lead field that the workspace defined, or the note that a standard one identifies leads. */
export interface FieldDefinition extends Field {
  /** Leads are told apart by this field. At most one has it; without any it is `phone`. */
  readonly isLeadid?: boolean;
  readonly description?: string;
}

/** A field of a custom action. */
export interface ActionFieldDefinition {
  readonly type: FieldType;
  readonly options?: readonly string[];
}

/** An action that the workspace defined. */
export interface CustomActionDefinition {
  /** The full code, `ACTION_1001`. */
  readonly code: string;
  readonly displayName: string;
  readonly fieldSchema: Readonly<Record<string, ActionFieldDefinition>>;
  readonly description?: string;
  readonly icon?: string;
  /** What each such action adds to the lead's score. */
  readonly score?: number;
}

export interface Status {
  readonly statusid: number;
  readonly label: string;
  readonly color: string;
}

export interface Stage {
  readonly stageid: string;
  readonly stageType: string;
  readonly visibility: boolean;
  readonly activeStatuses: readonly Status[];
  readonly archivedStatuses: readonly Status[];
}

export interface LostReason {
  readonly reasonid: number;
  readonly reasonLabel: string;
  readonly isDefault: boolean;
}

/** Stages, statuses and lost reasons, in the shape that `getLeadStagePipeline` answers with. */
export interface Pipeline {
  readonly leadStages: readonly Stage[];
  readonly activeLeadLostReasons: readonly LostReason[];
  readonly archivedLeadLostReasons: readonly LostReason[];
  readonly creationTimestamp?: number;
  readonly modificationTimestamp?: number;
  readonly lastModifiedBy?: string;
  readonly version?: number;
}

export interface License {
  readonly status: string;
  readonly type: string;
  readonly start_date: string;
  readonly end_date: string;
}

/** A member of the team, in the shape that `getTeamMember` answers with. */
export interface TeamMember {
  readonly name: string;
  readonly email: string;
  readonly status: string;
  readonly phone_number: string;
  readonly manager_name: string | null;
  readonly manager_email: string | null;
  readonly permission_template_name: string | null;
  readonly license: License | null;
}

/** How a workspace is set up: what its owner would configure in telecrm's dashboard. */
export interface WorkspaceDefinition {
  readonly enterpriseId: string;
  /** ISO 3166 code of the country whose code a phone number gets that has none. */
  readonly defaultCountry: string;
  /** In Luxon's tokens, `dd/MM/yyyy HH:mm:ss`. Dates without a time are read as well. */
  readonly dateFormat: string;
  /** IANA name of the zone that dates without one are in. */
  readonly timeZone: string;
  /** Lead fields beside `name`, `phone`, `email`, `rating`, `status` and `assignee`, which are always there. */
  readonly customFields: readonly FieldDefinition[];
  readonly customActions: readonly CustomActionDefinition[];
  readonly pipeline: Pipeline;
  readonly teamMembers: readonly TeamMember[];
  /** How many members the workspace may have, deleted ones not counted. */
  readonly seats: number;
}
