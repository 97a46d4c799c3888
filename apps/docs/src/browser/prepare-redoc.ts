// What a Redoc page needs before Redoc starts, and after.
import { storedLanguage } from './language.ts';

/** The part of Redoc's options that is changed. */
interface RedocOptions {
  codeSamples?: { languages: { lang: string }[] };
}

/** The names by which Redoc knows the languages that have another name here. */
const redocNames: Record<string, string> = { curl: 'bash', ts: 'typescript' };

export function prepareRedoc({ codeSamples }: RedocOptions): void {
  // Redoc makes a worker for its search by `Function`, which the policy refuses, unless there are no workers.
  Reflect.deleteProperty(globalThis, 'Worker');
  preferStoredLanguage(codeSamples?.languages ?? []);
  makeCodeReachable();
}

/** Puts the language that the reader has chosen on another page first, as Redoc shows the first. */
function preferStoredLanguage(languages: { lang: string }[]): void {
  const stored = storedLanguage() ?? '';
  const index = languages.findIndex(({ lang }) => lang === (redocNames[stored] ?? stored));
  if (index > 0) languages.unshift(...languages.splice(index, 1));
}

/** Redoc's blocks of code scroll, but the Tab key does not reach them. */
function makeCodeReachable(): void {
  const redoc = document.querySelector('#redoc');
  if (!redoc) return;
  const update = () => {
    for (const block of redoc.querySelectorAll<HTMLElement>('pre:not([tabindex])')) {
      block.tabIndex = 0;
    }
  };
  new MutationObserver(update).observe(redoc, { childList: true, subtree: true });
}
