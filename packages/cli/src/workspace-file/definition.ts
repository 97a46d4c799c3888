import type { ResolvedDefinition } from '@telecrm/workspace';

/** A complete definition. */
export type Definition = ResolvedDefinition;

export type FieldDefinition = Definition['customFields'][number];
export type ActionDefinition = Definition['customActions'][number];
export type FieldType = FieldDefinition['type'];
