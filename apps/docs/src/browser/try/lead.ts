import { defaultDefinition } from '@telecrm/workspace';
import { button, element } from '../dom.ts';
import type { Session } from './session.ts';

/** The operations to continue with, and the labels of their buttons. */
const nextSteps = [
  ['getLead', 'Read this lead'],
  ['updateLead', 'Update this lead'],
  ['createActions', 'Add an action'],
] as const;

/** The stored lead, its timeline, and buttons for the next request. */
export async function leadView(
  leadId: string,
  workspace: Session['workspace'],
  next: (operation: string, parameters: Record<string, string>) => void,
): Promise<HTMLElement[]> {
  const { data } = await workspace.leads({ limit: 100 });
  const lead = data.find(({ id }) => id === leadId);
  if (lead === undefined) return [];
  const timeline = await workspace.timeline(leadId, { limit: 20 });
  const steps = nextSteps.map(([operation, text]) =>
    button(text, () => next(operation, { leadId }), 'quiet'),
  );
  return [
    element('h3', { textContent: 'The lead' }),
    definitions([['ID', leadId], ...Object.entries(lead.fields)]),
    element('h3', { textContent: `Timeline (${timeline.total_count})` }),
    element(
      'ol',
      { className: 'try-timeline' },
      ...timeline.data.map(({ id: _, type, fields, creationTimestamp, ...more }) =>
        element(
          'li',
          {},
          element('strong', { textContent: type }),
          element('time', { textContent: dateText(creationTimestamp) }),
          definitions(Object.entries(fields ?? ownKeys(more))),
        ),
      ),
    ),
    element('div', { className: 'try-buttons' }, ...steps),
  ];
}

/** The values of an event without `fields`, except those that every event contains. */
function ownKeys(event: Record<string, unknown>): Record<string, unknown> {
  const { modificationTimestamp: _, employeeid: _by, ...own } = event;
  return own;
}

function definitions(entries: readonly (readonly [string, unknown])[]): HTMLElement {
  return element(
    'dl',
    { className: 'try-values' },
    ...entries.flatMap(([name, value]) => [
      element('dt', { textContent: name }),
      element('dd', { textContent: valueText(name, value) }),
    ]),
  );
}

function valueText(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  const isTime = typeof value === 'number' && /_on$|date/i.test(name);
  return isTime ? dateText(value) : String(value);
}

function dateText(time: number): string {
  const { timeZone } = defaultDefinition;
  return new Date(time).toLocaleString('en-IN', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  });
}
