import { parseJson } from '../../check/json.ts';
import { pathOf } from '../../try/address.ts';
import type { TryOperation, TryParameter } from '../../try/operations.ts';
import { element } from '../dom.ts';
import { type Controls, field } from './controls.ts';
import type { TryRequest } from './requests.ts';

/** Shows an operation with its first example. `values` replace the parameters of the example. */
export function showOperation(
  controls: Controls,
  operation: TryOperation,
  values: Record<string, string>,
): void {
  const { choice, example, exampleField } = controls;
  choice.value = operation.id;
  example.replaceChildren(
    ...operation.examples.map(({ summary }) => element('option', { textContent: summary })),
  );
  exampleField.hidden = operation.examples.length < 2;
  showExample(controls, operation, 0, values);
}

/** Shows an example of the operation. `values` replace its parameters. */
export function showExample(
  controls: Controls,
  operation: TryOperation,
  index: number,
  values: Record<string, string> = {},
): void {
  const { parameters, body, bodyField, note } = controls;
  const example = operation.examples[index];
  const filled = { ...example?.parameters, ...values };
  parameters.replaceChildren(
    ...operation.parameters.map((it) => parameterField(it, filled[it.name] ?? '')),
  );
  note.textContent = '';
  bodyField.hidden = example?.body === undefined;
  body.value = example?.body ?? '';
  update(controls, operation);
}

/** Updates the address, the height of the body and the message about its syntax. */
export function update(controls: Controls, operation: TryOperation): void {
  const { address, body, bodyField, problem } = controls;
  const path = pathOf(operation, readRequest(controls, operation).parameters);
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
  problem.textContent = bodyField.hidden || parsed.ok ? '' : parsed.problem;
}

/** Reads the request from the form. */
export function readRequest(
  { parameters, body, bodyField }: Controls,
  { id }: TryOperation,
): TryRequest {
  const inputs = [...parameters.querySelectorAll('input')];
  return {
    operation: id,
    parameters: Object.fromEntries(inputs.map(({ name, value }) => [name, value.trim()])),
    body: bodyField.hidden ? undefined : body.value,
  };
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
