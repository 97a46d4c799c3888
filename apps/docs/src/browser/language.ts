/** The key under which the language of the samples is stored, for all pages. */
const key = 'telecrm.language';

export function storedLanguage(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

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
