import type * as v from 'valibot';
import type { WorkspaceDefinition as GeneratedDefinition } from '../generated/definition.ts';
import type { definitionSchema } from './schema/definition.ts';

/**
 * The definition of a workspace, as written in a file or in code: what would be configured in telecrm's dashboard.
 * Every part is optional; a given part replaces the same part of {@link defaultDefinition}.
 */
export interface WorkspaceDefinition extends GeneratedDefinition {}

type Parts = Omit<v.InferOutput<typeof definitionSchema>, '$schema'>;

/** A complete and valid definition, as {@link resolveDefinition} returns it. */
export type ResolvedDefinition = { readonly [Part in keyof Parts]-?: NonNullable<Parts[Part]> };

/** A lead field that the workspace defined, or a standard one that identifies leads. */
export type FieldDefinition = ResolvedDefinition['customFields'][number];

/** An action that the workspace defined. */
export type CustomActionDefinition = ResolvedDefinition['customActions'][number];

/** A field of a custom action. */
export type ActionFieldDefinition = CustomActionDefinition['fieldSchema'][string];

/** Stages, statuses and lost reasons, in the shape that `getLeadStagePipeline` returns. */
export type Pipeline = ResolvedDefinition['pipeline'];

/** A stage of the pipeline with its statuses. */
export type Stage = Pipeline['leadStages'][number];

/** A status that a lead can have. */
export type Status = Stage['activeStatuses'][number];

/** A reason for the status of a lost lead. */
export type LostReason = Pipeline['activeLeadLostReasons'][number];

/** A member of the team, in the shape that `getTeamMember` returns. */
export type TeamMember = ResolvedDefinition['teamMembers'][number];

/** Ways in which a workspace differs from the sandbox's default one or from the docs. */
export type Variants = ResolvedDefinition['variants'];

/** The license of a team member. */
export type License = NonNullable<TeamMember['license']>;
