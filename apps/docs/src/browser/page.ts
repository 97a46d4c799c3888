// Adds search, copy buttons and "Try it" to a page that also works without scripts.
import { element } from './dom.ts';

/** The URL of the "Try it" script relative to this one. The build defines it. */
declare const TRY_SCRIPT: string;

for (const tool of document.querySelectorAll<HTMLElement>('.tool')) tool.hidden = false;

const open = async () => (await import('./search.ts')).openSearch();

document.querySelector('.search-open')?.addEventListener('click', open);
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
    open();
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
    const { openTry }: typeof import('./try/try.ts') = await import(
      new URL(TRY_SCRIPT, import.meta.url).href
    );
    await openTry(opener.dataset.operation ?? '');
    opener.textContent = labels.get(opener) ?? '';
  } catch {
    opener.textContent = 'Could not load: try again';
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
    const response = await fetch(link.href);
    await navigator.clipboard.writeText(await response.text());
    button.textContent = 'Copied';
    announce('Copied the page as Markdown');
    setTimeout(() => {
      button.textContent = text;
    }, 1500);
  });
}

if (navigator.clipboard) {
  addCopyButtons();
  showPageCopyButton();
}
if (document.querySelector('.checker')) await import('./check/check.ts');
// For tests: all scripts of the page have run.
document.documentElement.dataset.ready = '';
