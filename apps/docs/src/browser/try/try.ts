// The "Try it" dialog, which runs both APIs in the page. Loaded on demand.
import { element } from '../dom.ts';
import { loadOnce } from '../load.ts';
import { correctedBody } from './correct.ts';
import { createForm, type RequestForm } from './form.ts';
import { operationOf } from './requests.ts';
import { createResult, type ResultView } from './result.ts';
import { openSession, type Session } from './session.ts';

/** The URL of the style sheet relative to this script. The build defines it. */
declare const TRY_STYLE: string;

const heading = element('h2', { id: 'try-title', textContent: 'Try it' });
const close = element('button', { type: 'button', className: 'quiet', textContent: 'Close' });
const content = element('div', { className: 'try-columns' });
const dialog = element(
  'dialog',
  { className: 'try' },
  element(
    'header',
    {},
    heading,
    element('p', {
      textContent: 'Both APIs run in this page. Nothing is sent to telecrm, and you need no token.',
    }),
    close,
  ),
  content,
);
dialog.setAttribute('aria-labelledby', heading.id);
close.addEventListener('click', () => dialog.close());

/** The parts of the dialog. They are created when it is opened for the first time. */
interface Panel {
  form: RequestForm;
  result: ResultView;
}

const loadPanel = loadOnce(createPanel);

/**
 * Opens the dialog with an operation.
 *
 * @public `page.ts` imports it by its URL.
 */
export async function openTry(operation: string): Promise<void> {
  const { form } = await loadPanel();
  form.show(operation);
  if (!dialog.open) dialog.showModal();
}

async function createPanel(): Promise<Panel> {
  const [session] = await Promise.all([openSession(), loadStyle()]);
  const result = createResult();
  const form = createForm();
  result.onCorrect(({ operation, body }) => {
    form.correct(correctedBody(operationOf(operation), body));
  });
  result.onNext((operation, parameters) => {
    form.show(operation, parameters);
    dialog.scrollTo({ top: 0 });
  });
  form.onSend(() => send(session, { form, result }));
  form.onReset(async () => {
    await session.reset();
    result.clear('Reset: the sandbox contains the example leads again.');
    await form.suggestLeads(session.workspace);
  });
  await form.suggestLeads(session.workspace);
  content.append(form.element, result.element);
  document.body.append(dialog);
  return { form, result };
}

async function send(session: Session, { form, result }: Panel): Promise<void> {
  const request = form.read();
  const exchange = await session.send(request, form.consumeFault());
  await result.show(request, exchange, session.workspace);
  await form.suggestLeads(session.workspace);
}

function loadStyle(): Promise<void> {
  const { href } = new URL(TRY_STYLE, import.meta.url);
  const link = element('link', { rel: 'stylesheet', href });
  document.head.append(link);
  return new Promise((resolve, reject) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', reject);
  });
}
