// Switches the samples to the language that the reader chose on another page, before the first paint if possible, and to
// the one that the reader chooses on this page.
import { chooseLanguage, storedLanguage, storeLanguage } from './language.ts';

document.addEventListener('DOMContentLoaded', () => {
  // The reader may have chosen one before the whole page has arrived.
  const stored = storedLanguage();
  if (stored) chooseLanguage(stored);
});

document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || !target.closest('.tabs')) return;
  const before = target.getBoundingClientRect().top;
  chooseLanguage(target.value);
  // Samples above the clicked tab may have changed their height. Keep the tab where it is on the screen.
  scrollBy(0, target.getBoundingClientRect().top - before);
  storeLanguage(target.value);
});

// Store the language of the link, so that the linked page shows its programs in this language.
document.addEventListener('click', ({ target }) => {
  const link = target instanceof Element && target.closest<HTMLElement>('a[data-language]');
  if (link) storeLanguage(link.dataset.language ?? '');
});
