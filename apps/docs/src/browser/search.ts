// The search of the whole site. Loaded on demand.
import { find, loadIndex, type SearchIndex } from '../search/find.ts';
import { element } from './dom.ts';
import { loadOnce } from './load.ts';

/** The URL of the index relative to this script. The build defines it. */
declare const SEARCH_INDEX: string;

const site = new URL('../', import.meta.url);

const searchIndex = loadOnce<SearchIndex>(async () => {
  const response = await fetch(new URL(SEARCH_INDEX, import.meta.url));
  if (!response.ok) throw new Error(`The index could not be loaded: ${response.status}`);
  return loadIndex(await response.text());
});

const input = element('input', {
  type: 'search',
  placeholder: 'Guides, operations, keys, error codes',
  autocomplete: 'off',
  spellcheck: false,
});
input.setAttribute('aria-label', 'Search the site');
const status = element('p', { className: 'count' });
status.setAttribute('role', 'status');
const list = element('ol', { className: 'results' });
const close = element('button', { type: 'button', className: 'close', textContent: 'Close' });
const dialog = element(
  'dialog',
  { className: 'search' },
  element('div', { className: 'field' }, input, close),
  status,
  list,
);
dialog.setAttribute('aria-label', 'Search');
document.body.append(dialog);

/** Opens the search dialog. */
export function openSearch(): void {
  if (dialog.open) return;
  dialog.showModal();
  input.select();
  // Starts loading before the reader types; `show` reports a failure.
  searchIndex().catch(() => {});
}

close.addEventListener('click', () => dialog.close());
dialog.addEventListener('click', ({ target }) => {
  if (target === dialog || (target instanceof Element && target.closest('a'))) dialog.close();
});
input.addEventListener('input', show);
dialog.addEventListener('keydown', (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const focusable = [input, ...list.querySelectorAll('a')];
  const index = focusable.findIndex((it) => it.matches(':focus'));
  focusable[(index + step + focusable.length) % focusable.length]?.focus();
  event.preventDefault();
});
input.addEventListener('keydown', async ({ key, isComposing }) => {
  // Otherwise the first press would only remove the query.
  if (key === 'Escape' && !isComposing) dialog.close();
  if (key !== 'Enter') return;
  // The index may not have loaded yet.
  await show();
  if (dialog.open) list.querySelector('a')?.click();
});

async function show(): Promise<void> {
  const query = input.value;
  const index = await searchIndex().catch(() => undefined);
  // The query may have changed in the meantime.
  if (query !== input.value) return;
  if (!index) {
    status.textContent = 'The search could not be loaded. Check your connection, then press Enter.';
    list.replaceChildren();
    return;
  }
  const found = find(index, query);
  status.textContent = query.trim() === '' ? '' : `${found.length || 'No'} results`;
  list.replaceChildren(
    ...found
      .slice(0, 20)
      .map(({ title, kind, url, snippet }) =>
        element(
          'li',
          {},
          element(
            'a',
            { href: new URL(url, site).href },
            element('span', { className: 'kind', textContent: kind }),
            element('span', { className: 'title', textContent: title }),
            element('span', { className: 'snippet', textContent: snippet }),
          ),
        ),
      ),
  );
}
