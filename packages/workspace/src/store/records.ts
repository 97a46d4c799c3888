import type { TeamMember } from '../definition/index.ts';
import type { StoredValue } from '../fields/index.ts';

/** Stored values by API name. */
export type StoredFields = Readonly<Record<string, StoredValue>>;

/** A stored lead. Records are never changed in place. */
export interface LeadRecord {
  readonly id: string;
  /** The normalized lead identifier: the digits of a phone number, or lower case. Unique. */
  readonly identifier: string;
  readonly fields: StoredFields;
  /** Unix time in milliseconds. */
  readonly createdOn: number;
  readonly modifiedOn: number;
}

/** A stored timeline entry. */
export interface ActionRecord {
  /** Unique within the lead. */
  readonly id: string;
  readonly leadId: string;
  /** Bare code of a custom action, `PAYMENT`, or a type of telecrm's own. */
  readonly type: string;
  readonly createdOn: number;
  readonly modifiedOn: number;
  /** Email address of the team member, or empty. */
  readonly performedBy: string;
  /** The values of a custom action. */
  readonly fields?: StoredFields;
  /** The other keys: a payment's status, currency and amount, a call's duration and the like. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** A stored team member. */
export interface MemberRecord {
  /** The normalized email address: lower case. Unique. */
  readonly identifier: string;
  readonly member: TeamMember;
}

/** A change of fields: values to set and fields to clear. */
export interface FieldChange {
  readonly set: StoredFields;
  readonly unset: readonly string[];
}

/** A change of a lead. */
export interface LeadChange extends FieldChange {
  readonly modifiedOn: number;
}

/** A change of a timeline entry. `data` is merged into the entry's own. */
export interface ActionChange extends FieldChange {
  readonly data?: Readonly<Record<string, unknown>>;
  readonly modifiedOn: number;
}
