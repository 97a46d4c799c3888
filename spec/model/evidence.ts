/** The mark of a part that telecrm's pages do not state. A part without a mark is documented. */
export interface EvidenceMark {
  'x-evidence'?: string;
  'x-evidence-note'?: string;
}

/** The evidence of a statement that telecrm's pages do not make. */
export interface Evidence {
  /** `observed`: seen in the traffic or the code of real programs. `inferred`: concluded from the documentation. */
  level: 'observed' | 'inferred';
  /** The reason, in a sentence or two. */
  note: string;
}

/**
 * The mark on a part of the spec; `undefined` if it is documented.
 *
 * @example
 * ```ts
 * import { apis, evidenceOf } from '@telecrm/spec/model';
 *
 * for (const [name, schema] of Object.entries(apis().sync.schemas)) {
 *   console.log(name, evidenceOf(schema)?.level ?? 'documented');
 * }
 * ```
 */
export function evidenceOf(part: EvidenceMark): Evidence | undefined {
  const { 'x-evidence': level, 'x-evidence-note': note = '' } = part;
  return level === 'observed' || level === 'inferred' ? { level, note } : undefined;
}
