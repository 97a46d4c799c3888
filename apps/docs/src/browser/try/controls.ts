import { button, copyButton, element } from '../dom.ts';
import { type FaultName, operations } from './requests.ts';

/** The failures that can be simulated, with their labels. */
export const faults: readonly (readonly [name: FaultName, label: string])[] = [
  ['none', 'None'],
  ['429', '429, too many requests'],
  ['503', '503, unavailable'],
  ['cut', 'The connection closes after the request'],
];

/** The functions behind the buttons. */
interface Actions {
  /** Returns the request as a curl command. */
  curl(): string;
  reset(): void;
}

/** The elements of the form. */
export type Controls = ReturnType<typeof createControls>;

/** Creates the form with its elements. */
export function createControls({ curl, reset }: Actions) {
  const choice = element('select', { id: 'try-operation' }, ...operationGroups());
  const example = element('select', { id: 'try-example' });
  const address = element('p', { className: 'try-address' });
  const parameters = element('div', { className: 'try-parameters' });
  const body = element('textarea', { id: 'try-body', spellcheck: false, autocapitalize: 'off' });
  const problem = element('p', { className: 'try-problem', id: 'try-body-problem' });
  body.setAttribute('aria-describedby', problem.id);
  const note = element('p', { className: 'try-note' });
  note.setAttribute('role', 'status');
  const fault = element(
    'select',
    { id: 'try-fault' },
    ...faults.map(([value, textContent]) => element('option', { value, textContent })),
  );
  const leadIds = element('datalist', { id: 'try-leads' });
  const bodyField = field('Body', body, problem, note);
  const exampleField = field('Example', example);
  const buttons = element(
    'div',
    { className: 'try-buttons' },
    element('button', { type: 'submit', className: 'primary', textContent: 'Send' }),
    copyButton('Copy as curl', 'quiet', curl),
    button('Reset', reset, 'quiet'),
  );
  const form = element(
    'form',
    { className: 'try-form' },
    field('Operation', choice),
    exampleField,
    address,
    parameters,
    bodyField,
    field('Simulate a failure', fault),
    buttons,
    leadIds,
  );
  return {
    form,
    choice,
    example,
    exampleField,
    address,
    parameters,
    body,
    bodyField,
    problem,
    note,
    fault,
    leadIds,
  };
}

function operationGroups(): HTMLOptGroupElement[] {
  const groups = Map.groupBy(operations, ({ api, tag }) =>
    api === 'async' ? 'Async API' : `Sync API: ${tag}`,
  );
  return [...groups].map(([label, list]) =>
    element(
      'optgroup',
      { label },
      ...list.map(({ id, summary }) => element('option', { value: id, textContent: summary })),
    ),
  );
}

/** Wraps a control and its label. */
export function field(text: string, control: HTMLElement, ...after: HTMLElement[]): HTMLElement {
  const label = element('label', { htmlFor: control.id, textContent: text });
  return element('div', { className: 'try-field' }, label, control, ...after);
}
