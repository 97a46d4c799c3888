import { curlCommand } from '../../samples/curl.ts';
import { headersOf, pathOf } from '../../try/address.ts';
import type { TryOperation, TryParameter } from '../../try/operations.ts';
import { button, copyButton, element } from '../dom.ts';
import { parseJson } from '../json/json.ts';
import type { Corrected } from './correct.ts';
import { type FaultName, operationOf, operations, type TryRequest } from './requests.ts';
import type { Session } from './session.ts';

/** The request, as the reader edits it. */
export interface RequestForm {
  readonly element: HTMLElement;
  /** Shows an operation with its first example, and with these parameters in the place of the example's. */
  show(operation: string, parameters?: Record<string, string>): void;
  correct(corrected: Corrected): void;
  read(): TryRequest;
  /** What goes wrong with this request; the next one goes through. */
  takeFault(): FaultName;
  /** Offers the IDs of what the sandbox holds. */
  offer(workspace: Session['workspace']): Promise<void>;
  onSend(run: () => Promise<void>): void;
  onReset(run: () => Promise<void>): void;
}

const faults: readonly (readonly [name: FaultName, label: string])[] = [
  ['none', 'Nothing'],
  ['429', '429, too many requests'],
  ['503', '503, unavailable'],
  ['cut', 'The connection closes after the request'],
];

export function createForm(): RequestForm {
  let operation = operationOf('');
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
  const submit = element('button', { type: 'submit', className: 'primary', textContent: 'Send' });
  const reset = button('Reset', () => void runReset(), 'quiet');
  const bodyField = field('Body', body, problem, note);
  const exampleField = field('Example', example);
  const form = element(
    'form',
    { className: 'try-form' },
    field('Operation', choice),
    exampleField,
    address,
    parameters,
    bodyField,
    field('Simulate a failure', fault),
    element(
      'div',
      { className: 'try-buttons' },
      submit,
      copyButton('Copy as curl', 'quiet', () => curlOf(operation, read())),
      reset,
    ),
  );

  let runSend = async (): Promise<void> => undefined;
  let runReset = async (): Promise<void> => undefined;

  const inputs = (): HTMLInputElement[] => [...parameters.querySelectorAll('input')];
  const read = (): TryRequest => ({
    operation: operation.id,
    parameters: Object.fromEntries(inputs().map(({ name, value }) => [name, value.trim()])),
    body: bodyField.hidden ? undefined : body.value,
  });

  function update(): void {
    const path = pathOf(operation, read().parameters);
    address.replaceChildren(
      element('span', {
        className: `method ${operation.method.toLowerCase()}`,
        textContent: operation.method,
      }),
      ' ',
      element('code', { textContent: path }),
    );
    body.rows = Math.min(22, Math.max(5, body.value.split('\n').length + 1));
    const parsed = parseJson(body.value);
    problem.textContent =
      bodyField.hidden || parsed.ok ? '' : `This is not JSON: ${parsed.problem}`;
  }

  function showExample(index: number, values: Record<string, string> = {}): void {
    const shown = operation.examples[index];
    const filled = { ...shown?.parameters, ...values };
    parameters.replaceChildren(
      ...operation.parameters.map((it) => parameterField(it, filled[it.name] ?? '')),
    );
    note.textContent = '';
    bodyField.hidden = shown?.body === undefined;
    body.value = shown?.body ?? '';
    update();
  }

  choice.addEventListener('change', () => show(choice.value));
  example.addEventListener('change', () => showExample(example.selectedIndex));
  form.addEventListener('input', update);
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void runSend();
  });

  function show(id: string, values: Record<string, string> = {}): void {
    operation = operationOf(id);
    choice.value = operation.id;
    example.replaceChildren(
      ...operation.examples.map(({ summary }) => element('option', { textContent: summary })),
    );
    exampleField.hidden = operation.examples.length < 2;
    showExample(0, values);
  }

  return {
    element: form,
    show,
    correct({ body: text, changes }) {
      body.value = text;
      update();
      note.textContent = `Corrected: ${changes}`;
      body.focus();
    },
    read,
    takeFault() {
      const chosen = faults.find(([name]) => name === fault.value)?.[0] ?? 'none';
      fault.value = 'none';
      return chosen;
    },
    async offer(workspace) {
      const { data } = await workspace.leads({ limit: 20 });
      const options = data.map(({ id, fields }) =>
        element('option', { value: id, label: String(fields.name ?? fields.phone ?? '') }),
      );
      leadIds.replaceChildren(...options);
      if (!leadIds.isConnected) form.append(leadIds);
    },
    onSend(run) {
      runSend = run;
    },
    onReset(run) {
      runReset = run;
    },
  };
}

/** The IDs of the leads that there are, for every parameter that takes one. */
const leadIds = element('datalist', { id: 'try-leads' });

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

function field(text: string, control: HTMLElement, ...after: HTMLElement[]): HTMLElement {
  const label = element('label', { htmlFor: control.id, textContent: text });
  return element('div', { className: 'try-field' }, label, control, ...after);
}

function parameterField({ name, required, values }: TryParameter, value: string): HTMLElement {
  const input = element('input', { id: `try-${name}`, name, value, required, autocomplete: 'off' });
  input.spellcheck = false;
  if (name === 'leadId') input.setAttribute('list', 'try-leads');
  if (values.length === 0) return field(name, input);
  const list = element(
    'datalist',
    { id: `try-values-${name}` },
    ...values.map((it) => element('option', { value: it })),
  );
  input.setAttribute('list', list.id);
  return field(name, input, list);
}

function curlOf(operation: TryOperation, { parameters, body }: TryRequest): string {
  return curlCommand({
    method: operation.method,
    url: operation.baseUrl + pathOf(operation, parameters),
    headers: headersOf(operation, body),
    data: body,
  });
}
