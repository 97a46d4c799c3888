// Adds search, copy buttons and "Try it" to a page that also works without scripts.
import { button, element } from './dom.ts';
import { loadModule } from './load.ts';

/** The URLs of the scripts relative to this one. The build defines them. */
declare const SEARCH_SCRIPT: string;
declare const TRY_SCRIPT: string;

const loadSearch = loadModule<typeof import('./search.ts')>(SEARCH_SCRIPT, import.meta.url);
const loadTry = loadModule<typeof import('./try/try.ts')>(TRY_SCRIPT, import.meta.url);

for (const tool of document.querySelectorAll<HTMLElement>('.tool')) tool.hidden = false;

async function openSearch(): Promise<void> {
  document.querySelector('.search-failure')?.remove();
  try {
    (await loadSearch()).openSearch();
  } catch {
    showSearchFailure();
  }
}

function showSearchFailure(): void {
  const close = button('Close', () => dialog.close(), 'close');
  const dialog = element(
    'dialog',
    { className: 'search search-failure' },
    element('p', {
      className: 'count',
      textContent:
        'The search could not be loaded. Check your connection and try again, or reload the page.',
    }),
    element('div', { className: 'field' }, button('Try again', openSearch, 'close'), close),
  );
  dialog.setAttribute('aria-label', 'Search');
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

document.querySelector('.search-open')?.addEventListener('click', openSearch);
addEventListener(
  'keydown',
  (event) => {
    const typing =
      event.target instanceof HTMLElement && event.target.closest('input, textarea, select');
    const slash = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const k = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
    if (!slash && !k) return;
    event.preventDefault();
    // Redoc listens for the same keys to open its own search.
    event.stopImmediatePropagation();
    void openSearch();
  },
  { capture: true },
);

document.addEventListener('click', ({ target }) => {
  const opener = target instanceof Element && target.closest<HTMLButtonElement>('.try-open');
  if (opener) void openTry(opener);
});

/** The text of each button before its first click. */
const labels = new WeakMap<HTMLButtonElement, string | null>();

async function openTry(opener: HTMLButtonElement): Promise<void> {
  if (!labels.has(opener)) labels.set(opener, opener.textContent);
  opener.textContent = 'Loading…';
  try {
    const { openTry } = await loadTry();
    await openTry(opener.dataset.operation ?? '');
    opener.textContent = labels.get(opener) ?? '';
  } catch {
    opener.textContent = 'Could not load: try again';
    announce('Try it could not be loaded');
  }
}

// Announces the effect of a button to screen readers.
const announcement = element('p', { className: 'visually-hidden' });
announcement.setAttribute('role', 'status');
document.body.append(announcement);
let announcementTimer: ReturnType<typeof setTimeout> | undefined;

function announce(text: string): void {
  announcement.textContent = text;
  clearTimeout(announcementTimer);
  announcementTimer = setTimeout(() => {
    announcement.textContent = '';
  }, 1500);
}

function addCopyButtons(): void {
  for (const block of document.querySelectorAll<HTMLElement>('.text pre, .column pre')) {
    const button = element('button', { type: 'button', className: 'copy', textContent: 'Copy' });
    button.setAttribute('aria-label', `Copy ${nameOf(block)}`);
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(block.textContent ?? '');
      button.textContent = 'Copied';
      announce(`Copied ${nameOf(block)}`);
      setTimeout(() => {
        button.textContent = 'Copy';
      }, 1500);
    });
    const frame = element('div', { className: 'copyable' });
    block.replaceWith(frame);
    frame.append(block, button);
  }
}

/** The accessible name of a code block: its language and its example, or the heading above it. */
function nameOf(block: HTMLElement): string {
  const language = block.querySelector('code')?.dataset.language ?? 'code';
  const example = block.closest<HTMLElement>('.example')?.dataset.name;
  if (example) return `${language}: ${example}`;
  const headings = [...document.querySelectorAll('h1, h2, h3')].filter(
    (heading) => heading.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return `${language}: ${headings.at(-1)?.textContent ?? document.title}`;
}

// Scroll the list of pages to the current page.
const list = document.querySelector<HTMLElement>('.side');
const current = list?.querySelector<HTMLElement>('[aria-current]');
if (list && current) list.scrollTop = current.offsetTop - list.clientHeight / 2;

/** Shows the button that copies the page as Markdown, for example for a chat with a language model. */
function showPageCopyButton(): void {
  const link = document.querySelector<HTMLAnchorElement>('.markdown-links a');
  const button = document.querySelector('.copy-page');
  if (!link || !button) return;
  const text = button.textContent;
  button.classList.add('ready');
  button.addEventListener('click', async () => {
    const response = await fetch(link.href).catch(() => undefined);
    if (response?.ok) {
      await navigator.clipboard.writeText(await response.text());
      button.textContent = 'Copied';
      announce('Copied the page as Markdown');
    } else {
      button.textContent = 'Could not load: try again';
      announce('The page could not be copied');
    }
    setTimeout(() => {
      button.textContent = text;
    }, 1500);
  });
}

if (navigator.clipboard) {
  addCopyButtons();
  showPageCopyButton();
}
