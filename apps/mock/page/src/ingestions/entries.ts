import type { Ingestion, Remark } from '../api/types.ts';
import { formatValue } from '../ui/values.tsx';

/** The outcome of one field or one action that was sent. */
export interface Entry {
  /** Its path: `fields.City`, `actions[0]`. */
  readonly path: string;
  readonly value: string;
  readonly outcome: 'Stored' | 'Partly stored' | 'Cleared' | 'Dropped';
  readonly remarks: readonly string[];
}

/** The maximum number of displayed entries; a body can have tens of thousands. */
const maxEntries = 200;

/** The outcome of each field and each action of a processed ingestion. */
export function entriesOf({ request, outcome, actions, remarks }: Ingestion): Entry[] {
  const isLost = outcome === 'DROPPED';
  const fields = Object.entries(Object(request.fields)).slice(0, maxEntries);
  const sentActions: unknown[] = Array.isArray(request.actions) ? request.actions : [];
  return [
    ...fields.map(([name, value]): Entry => {
      const path = `fields.${name}`;
      const own = remarks.filter(({ field }) => field === path);
      return {
        path,
        value: formatValue(value),
        outcome: fieldOutcome(own, isLost),
        remarks: textsOf(own),
      };
    }),
    ...sentActions.slice(0, maxEntries).map((action, index): Entry => {
      const path = `actions[${index}]`;
      const own = remarks.filter(({ field }) => field === path || field.startsWith(`${path}.`));
      const isStored = actions[index]?.status === 'CREATED';
      const outcome = isStored ? (own.length > 0 ? 'Partly stored' : 'Stored') : 'Dropped';
      return { path, value: actionName(action), outcome, remarks: textsOf(own) };
    }),
  ];
}

function fieldOutcome(remarks: readonly Remark[], isLost: boolean): Entry['outcome'] {
  if (isLost || remarks.some(({ status }) => status === 'IGNORED')) return 'Dropped';
  return remarks.length > 0 ? 'Cleared' : 'Stored';
}

function textsOf(remarks: readonly Remark[]): string[] {
  return remarks.map(({ remark }) => remark);
}

function actionName(action: unknown): string {
  const { type } = Object(action);
  return typeof type === 'string' ? type : formatValue(action);
}
