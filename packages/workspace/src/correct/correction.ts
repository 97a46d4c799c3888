/** A change that makes telecrm store a part of a payload. */
export interface Correction {
  /** The path of the part in the original payload: `fields.rating`, `actions[0].type`. */
  field: string;
  /** The change: “renamed to `phone`”, “changed to 3”. */
  correction: string;
}

/** Reports the correction of a part. */
export type ReportCorrection = (field: string, correction: string) => void;

export function renamedTo(name: string): string {
  return `renamed to \`${name}\``;
}

export function changedTo(value: unknown): string {
  return `changed to ${JSON.stringify(value)}`;
}

/** An empty value has no effect in a new lead or action. */
export const leftOut = 'left out, because it is empty';
