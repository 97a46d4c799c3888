/** The key under which the language of the samples is stored, for all pages. */
const key = 'telecrm.language';

/** The language that the reader chose last. */
export function storedLanguage(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Stores the language for all pages. */
export function storeLanguage(language: string): void {
  try {
    localStorage.setItem(key, language);
  } catch {
    // Storage may be disabled. The choice then applies to this page only.
  }
}

/** Switches all samples of the page to a language. */
export function chooseLanguage(language: string): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('.tabs input')) {
    if (input.value === language) input.checked = true;
  }
}
