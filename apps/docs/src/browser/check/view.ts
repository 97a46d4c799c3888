import type { ApiName } from '@telecrm/workspace';
import type { CheckResult, Entry } from '../../check/check-payload.ts';
import { writeJson } from '../../samples/json.ts';
import { copyButton, element } from '../dom.ts';
import { highlightJson } from '../highlight-json.ts';

const apiTitles: Record<ApiName, string> = { async: 'Async API', sync: 'Sync API' };

/** The results in a sentence. */
export function summaryView(
  results: readonly CheckResult[],
  api: ApiName,
  unreadable = 0,
): (Node | string)[] {
  const [first] = results;
  if (first && results.length === 1 && unreadable === 0)
    return [pill(first), ` ${sentence(first, api)}`];
  const lost = results.filter(({ accepted }) => !accepted).length;
  const partial = results.filter(({ accepted, dropped }) => accepted && dropped > 0).length;
  const complete = results.length - lost - partial;
  const counts = [
    `${complete} stored completely`,
    `${partial} partly`,
    `${lost} not at all`,
    ...(unreadable > 0 ? [`${unreadable} unreadable`] : []),
  ];
  return [`${results.length + unreadable} leads: ${counts.join(', ')}.`];
}

function pill({ accepted, dropped }: CheckResult): HTMLElement {
  if (!accepted) return pillOf('Not stored', 'bad');
  return dropped === 0 ? pillOf('Stored', 'good') : pillOf('Partly stored', 'partly');

  function pillOf(textContent: string, className: string): HTMLElement {
    return element('span', { className: `check-pill ${className}`, textContent });
  }
}

function sentence({ accepted, dropped }: CheckResult, api: ApiName): string {
  const parts = dropped === 1 ? '1 part' : `${dropped} parts`;
  if (api === 'async') {
    if (!accepted) return 'The Async API would respond QUEUED, and drop the whole lead.';
    if (dropped > 0) return `The Async API would respond QUEUED, and silently drop ${parts}.`;
  } else {
    if (!accepted) return 'The Sync API would reject the request.';
    if (dropped > 0) return `The Sync API would drop ${parts}, and list them in remarks.`;
  }
  return `The ${apiTitles[api]} would store all of it.`;
}

/** The result of one payload. Among a few payloads, those with mistakes are expanded. */
export function resultView(
  result: CheckResult,
  _: number,
  all: readonly CheckResult[],
): HTMLElement {
  const content = [entriesView(result.entries), ...correctedView(result)];
  if (all.length === 1) return element('div', {}, ...content);
  const open = all.length <= 3 && (result.dropped > 0 || !result.accepted);
  const title = element('summary', {}, `${result.label} `, pill(result));
  return element('details', { className: 'check-one', open }, title, ...content);
}

const statusLabels: Record<Entry['status'], string> = {
  stored: 'stored',
  dropped: 'dropped',
  warning: 'check this',
  'not checked': 'not checked',
};

function entriesView(entries: readonly Entry[]): HTMLElement {
  return element(
    'ul',
    { className: 'check-entries' },
    ...entries.map(({ field, status, sent, detail }) =>
      element(
        'li',
        { className: status.replace(' ', '-') },
        element('span', { className: 'check-status', textContent: statusLabels[status] }),
        element(
          'div',
          {},
          element('code', { className: 'check-field', textContent: field }),
          ' ',
          element('code', { className: 'check-sent', textContent: sent }),
          element('p', { textContent: detail.replaceAll('`', '') }),
        ),
      ),
    ),
  );
}

function correctedView({ corrected, corrections, remaining }: CheckResult): HTMLElement[] {
  if (corrected === undefined) return [];
  const text = writeJson(corrected);
  const code = element('pre', { tabIndex: 0 }, element('code', {}, highlightJson(text)));
  code.setAttribute('aria-label', 'Corrected payload');
  const still = remaining.map(({ field }) => field).join(', ');
  const left = `Still dropped: ${still}. Correct it by hand.`;
  return [
    element(
      'div',
      { className: 'copy-heading' },
      element('h2', { textContent: 'Corrected payload' }),
      copyButton('Copy', '', () => text),
    ),
    code,
    element(
      'ul',
      { className: 'check-changes' },
      ...corrections.map(({ field, correction }) => {
        const name = element('code', { textContent: field });
        return element('li', {}, name, ` ${correction.replaceAll('`', '')}`);
      }),
    ),
    ...(remaining.length === 0 ? [] : [element('p', { textContent: left })]),
  ];
}
