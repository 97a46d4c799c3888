import type { ApiName } from '@telecrm/workspace';
import type { Entry, Verdict } from '../../check/verdict.ts';
import { writeJson } from '../../samples/json.ts';
import { copyButton, element } from '../dom.ts';
import { highlightJson } from '../json/highlight.ts';

const names: Record<ApiName, string> = { async: 'Async API', sync: 'Sync API' };

/** The verdict in a sentence. */
export function summaryView(
  verdicts: readonly Verdict[],
  api: ApiName,
  unreadable = 0,
): (Node | string)[] {
  const [first] = verdicts;
  if (first && verdicts.length === 1 && unreadable === 0)
    return [pill(first), ` ${sentence(first, api)}`];
  const lost = verdicts.filter(({ accepted }) => !accepted).length;
  const partial = verdicts.filter(({ accepted, dropped }) => accepted && dropped > 0).length;
  const whole = verdicts.length - lost - partial;
  const counts = [
    `${whole} stored completely`,
    `${partial} partly`,
    `${lost} not at all`,
    ...(unreadable > 0 ? [`${unreadable} unreadable`] : []),
  ];
  return [`${verdicts.length + unreadable} leads: ${counts.join(', ')}.`];
}

function pill({ accepted, dropped }: Verdict): HTMLElement {
  if (!accepted) return made('Not stored', 'bad');
  return dropped === 0 ? made('Stored', 'good') : made('Partly stored', 'partly');

  function made(textContent: string, className: string): HTMLElement {
    return element('span', { className: `check-pill ${className}`, textContent });
  }
}

function sentence({ accepted, dropped }: Verdict, api: ApiName): string {
  const parts = dropped === 1 ? '1 part' : `${dropped} parts`;
  if (api === 'async') {
    if (!accepted) return 'The Async API would respond QUEUED, and drop the whole lead.';
    if (dropped > 0) return `The Async API would respond QUEUED, and silently drop ${parts}.`;
  } else {
    if (!accepted) return 'The Sync API would reject the request.';
    if (dropped > 0) return `The Sync API would drop ${parts}, and list them in remarks.`;
  }
  return `The ${names[api]} would store all of it.`;
}

/** All that is to say about a payload. Of several, those with a fault are open. */
export function verdictView(verdict: Verdict, _: number, all: readonly Verdict[]): HTMLElement {
  const content = [entriesView(verdict.entries), ...correctedView(verdict)];
  if (all.length === 1) return element('div', {}, ...content);
  const open = all.length <= 3 && (verdict.dropped > 0 || !verdict.accepted);
  const title = element('summary', {}, `${verdict.label} `, pill(verdict));
  return element('details', { className: 'check-one', open }, title, ...content);
}

const words: Record<Entry['verdict'], string> = {
  stored: 'stored',
  dropped: 'dropped',
  warning: 'check this',
  'not checked': 'not checked',
};

function entriesView(entries: readonly Entry[]): HTMLElement {
  return element(
    'ul',
    { className: 'check-entries' },
    ...entries.map(({ field, verdict, sent, detail }) =>
      element(
        'li',
        { className: verdict.replace(' ', '-') },
        element('span', { className: 'check-verdict', textContent: words[verdict] }),
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

function correctedView({ corrected, corrections, remaining }: Verdict): HTMLElement[] {
  if (corrected === undefined) return [];
  const text = writeJson(corrected);
  const code = element('pre', { tabIndex: 0 }, element('code', {}, highlightJson(text)));
  code.setAttribute('aria-label', 'Corrected payload');
  const still = remaining.map(({ field }) => field).join(', ');
  const left = `Still dropped: ${still}. Correct it by hand.`;
  return [
    element('h2', { textContent: 'Corrected payload' }),
    element(
      'div',
      { className: 'check-code' },
      code,
      copyButton('Copy', 'check-copy', () => text),
    ),
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
