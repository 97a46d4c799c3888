// Prepares a page for Redoc before Redoc starts.
import { storedLanguage } from './language.ts';

/** The options of Redoc that are changed. */
interface RedocOptions {
  codeSamples?: { languages: { lang: string }[] };
}

/** Redoc's IDs of languages with a different ID on this site. */
const redocNames: Record<string, string> = { curl: 'bash', ts: 'typescript' };

/** Changes the options of Redoc and adapts the page. */
export function prepareRedoc({ codeSamples }: RedocOptions): void {
  // Redoc creates the worker of its search with `Function`, which the Content-Security-Policy blocks. Without `Worker`, it
  // searches without one.
  Reflect.deleteProperty(globalThis, 'Worker');
  preferStoredLanguage(codeSamples?.languages ?? []);
  makeCodeFocusable();
}

/** Moves the reader's language to the front, because Redoc shows the first language. */
function preferStoredLanguage(languages: { lang: string }[]): void {
  const stored = storedLanguage() ?? '';
  const index = languages.findIndex(({ lang }) => lang === (redocNames[stored] ?? stored));
  if (index > 0) languages.unshift(...languages.splice(index, 1));
}

/** Makes Redoc's code blocks focusable, so that they can be scrolled by keyboard. */
function makeCodeFocusable(): void {
  const redoc = document.querySelector('#redoc');
  if (!redoc) return;
  const update = () => {
    for (const block of redoc.querySelectorAll<HTMLElement>('pre:not([tabindex])')) {
      block.tabIndex = 0;
    }
  };
  new MutationObserver(update).observe(redoc, { childList: true, subtree: true });
}
