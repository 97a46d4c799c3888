import { curlCommand } from '../../samples/curl.ts';
import { headersOf, pathOf } from '../../try/address.ts';
import type { TryOperation } from '../../try/operations.ts';
import { element } from '../dom.ts';
import { createControls, faults } from './controls.ts';
import type { Corrected } from './correct.ts';
import { readRequest, showExample, showOperation, update } from './edit-request.ts';
import { type FaultName, operationOf, type TryRequest } from './requests.ts';
import type { Session } from './session.ts';

/** The form in which the reader edits a request. */
export interface RequestForm {
  readonly element: HTMLElement;
  /** Shows the first example of an operation. `parameters` replace those of the example. */
  show(operation: string, parameters?: Record<string, string>): void;
  correct(corrected: Corrected): void;
  read(): TryRequest;
  /** Returns the selected failure and resets the selection, because it applies to one request only. */
  consumeFault(): FaultName;
  /** Suggests the IDs of the leads in the sandbox for parameters. */
  suggestLeads(workspace: Session['workspace']): Promise<void>;
  onSend(run: () => Promise<void>): void;
  onReset(run: () => Promise<void>): void;
}

/** Creates the form. */
export function createForm(): RequestForm {
  let operation = operationOf('');
  let runSend = async (): Promise<void> => undefined;
  let runReset = async (): Promise<void> => undefined;
  const read = () => readRequest(controls, operation);
  const controls = createControls({
    curl: () => curlOf(operation, read()),
    reset: () => void runReset(),
  });
  const { form, choice, example, body, note, fault, leadIds } = controls;

  function show(id: string, values: Record<string, string> = {}): void {
    operation = operationOf(id);
    showOperation(controls, operation, values);
  }

  choice.addEventListener('change', () => show(choice.value));
  example.addEventListener('change', () => showExample(controls, operation, example.selectedIndex));
  form.addEventListener('input', () => update(controls, operation));
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void runSend();
  });

  return {
    element: form,
    show,
    correct({ body: text, message }) {
      body.value = text;
      update(controls, operation);
      note.textContent = message;
      body.focus();
    },
    read,
    consumeFault() {
      const chosen = faults.find(([name]) => name === fault.value)?.[0] ?? 'none';
      fault.value = 'none';
      return chosen;
    },
    async suggestLeads(workspace) {
      const { data } = await workspace.leads({ limit: 20 });
      const options = data.map(({ id, fields }) =>
        element('option', { value: id, label: String(fields.name ?? fields.phone ?? '') }),
      );
      leadIds.replaceChildren(...options);
    },
    onSend(run) {
      runSend = run;
    },
    onReset(run) {
      runReset = run;
    },
  };
}

function curlOf(operation: TryOperation, { parameters, body }: TryRequest): string {
  return curlCommand({
    method: operation.method,
    url: operation.baseUrl + pathOf(operation, parameters),
    headers: headersOf(operation, body),
    data: body,
  });
}
