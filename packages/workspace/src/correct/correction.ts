/** A change that makes telecrm store a part of a payload. */
export interface Correction {
  /** Where the part was in the payload that was given: `fields.rating`, `actions[0].type`. */
  field: string;
  /** The change: “renamed to `phone`”, “changed to 3”. */
  correction: string;
}

/** Notes a correction of a part. */
export type NoteCorrection = (field: string, correction: string) => void;

export function renamedTo(name: string): string {
  return `renamed to \`${name}\``;
}

export function changedTo(value: unknown): string {
  return `changed to ${JSON.stringify(value)}`;
}

/** An empty value has no meaning in a new lead or action. */
export const leftOut = 'left out, because it is empty';
