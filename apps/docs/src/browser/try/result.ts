import { isObject, parseJson } from '../../check/json.ts';
import { button, copyButton, element } from '../dom.ts';
import { highlightJson, prettyJson } from '../highlight-json.ts';
import { leadView } from './lead.ts';
import type { TryRequest } from './requests.ts';
import type { Dropped, Exchange, Session } from './session.ts';

type Correct = (request: TryRequest) => void;
type Next = (operation: string, parameters: Record<string, string>) => void;

/** The view of a response, the dropped parts and the stored lead. */
export interface ResultView {
  readonly element: HTMLElement;
  show(request: TryRequest, exchange: Exchange, workspace: Session['workspace']): Promise<void>;
  clear(message: string): void;
  onCorrect(run: Correct): void;
  onNext(run: Next): void;
}

const introduction =
  'Send the request to see the response, what telecrm stores and drops, and the lead with its timeline.';

/** Creates the view with an introduction. */
export function createResult(): ResultView {
  // Screen readers announce it after each request.
  const summary = element('p', { className: 'try-summary', textContent: introduction });
  summary.setAttribute('role', 'status');
  const details = element('div');
  const region = element('section', { className: 'try-result' }, summary, details);
  region.setAttribute('aria-label', 'Result');
  let runCorrect: Correct = () => undefined;
  let runNext: Next = () => undefined;
  return {
    element: region,
    async show(request, exchange, workspace) {
      const leadId = leadOf(request, exchange);
      const lead = leadId === undefined ? [] : await leadView(leadId, workspace, runNext);
      summary.replaceChildren(...summaryOf(exchange));
      details.replaceChildren(
        ...responseView(exchange),
        ...droppedView(request, exchange.dropped, runCorrect),
        ...lead,
      );
      // On a small screen, the result is below the request.
      if (matchMedia('(max-width: 860px)').matches) region.scrollIntoView();
    },
    clear(message) {
      summary.textContent = message;
      details.replaceChildren();
    },
    onCorrect(run) {
      runCorrect = run;
    },
    onNext(run) {
      runNext = run;
    },
  };
}

function summaryOf({ response, ingestion, dropped }: Exchange): (Node | string)[] {
  if (response === undefined) {
    return [
      element('span', { className: 'status bad', textContent: 'No response' }),
      ' The connection closed after the request arrived. You cannot know whether it was processed: check before you retry.',
    ];
  }
  const isGood = response.status < 300;
  const status = element('span', {
    className: `status ${isGood ? 'good' : 'bad'}`,
    textContent: String(response.status),
  });
  return [status, ` ${outcomeOf(isGood, ingestion?.outcome ?? undefined, dropped.length)}`];
}

function outcomeOf(isGood: boolean, outcome: string | undefined, dropped: number): string {
  if (!isGood) return 'The request failed.';
  if (outcome === 'DROPPED') return 'Queued, then the whole lead was dropped.';
  const parts = dropped === 1 ? '1 part was dropped' : `${dropped} parts were dropped`;
  const loss = dropped === 0 ? 'nothing was dropped' : parts;
  if (outcome === 'CREATED') return `Queued, then the lead was created: ${loss}.`;
  if (outcome === 'UPDATED') return `Queued, then the lead was updated: ${loss}.`;
  if (outcome === 'PARTIAL') return `Queued, then the lead was stored: ${parts}.`;
  return dropped === 0 ? 'The request succeeded.' : `The request succeeded, but ${parts}.`;
}

function responseView({ response }: Exchange): HTMLElement[] {
  if (response === undefined) return [];
  const text = prettyJson(response.text);
  const code = element('pre', { tabIndex: 0 }, element('code', {}, highlightJson(text)));
  code.setAttribute('aria-label', 'Response body');
  const headers = response.headers.map(([name, value]) => `${name}: ${value}`).join('\n');
  return [
    element(
      'div',
      { className: 'copy-heading' },
      element('h3', { textContent: 'Response' }),
      ...(text === '' ? [] : [copyButton('Copy', 'quiet', () => text)]),
    ),
    ...(text === '' ? [] : [code]),
    element(
      'details',
      {},
      element('summary', { textContent: 'Headers' }),
      element('pre', { tabIndex: 0, textContent: headers }),
    ),
  ];
}

function droppedView(
  request: TryRequest,
  dropped: readonly Dropped[],
  correct: Correct,
): HTMLElement[] {
  if (dropped.length === 0) return [];
  const list = element(
    'dl',
    { className: 'try-dropped' },
    ...dropped.flatMap(({ field, remark }) => [
      element('dt', {}, element('code', { textContent: field })),
      element('dd', { textContent: remark.replaceAll('`', '') }),
    ]),
  );
  return [
    element('h3', { textContent: 'Dropped, and why' }),
    list,
    ...(isLead(request) ? [button('Correct the request', () => correct(request), 'quiet')] : []),
  ];
}

/** Whether the body is a lead, which can be corrected. */
function isLead({ operation }: TryRequest): boolean {
  return operation === 'createLead' || operation === 'createOrUpdateLead';
}

/** The ID of the lead that a request created, updated or read. */
function leadOf({ parameters }: TryRequest, { response, ingestion }: Exchange): string | undefined {
  if (ingestion) return ingestion.lead_id ?? undefined;
  if (response === undefined || response.status >= 300) return undefined;
  const parsed = parseJson(response.text);
  const returned = parsed.ok && isObject(parsed.value) ? parsed.value.lead_id : undefined;
  return typeof returned === 'string' ? returned : parameters.leadId;
}
