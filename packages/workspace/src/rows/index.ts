/**
 * Rows of a table as leads: the mapping of columns to fields, and the payload of each row.
 *
 * @packageDocumentation
 */
export { assumeTeam } from './assumed-team.ts';
export { payloadOfCells, type RowBody, type RowPayload } from './cells-payload.ts';
export type { ConvertOptions } from './convert-cell.ts';
export { guessTarget } from './guess-target.ts';
export { type Target, targetsOf } from './target.ts';
