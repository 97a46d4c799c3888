import type { ResolvedDefinition } from '@telecrm/workspace';

/** A definition of which every part is there. */
export type Definition = ResolvedDefinition;

export type FieldDefinition = Definition['customFields'][number];
export type ActionDefinition = Definition['customActions'][number];
export type FieldType = FieldDefinition['type'];
