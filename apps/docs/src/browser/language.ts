/** The language of the samples, which is the same on every page. */
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
    // Without storage the choice lasts as long as the page.
  }
}

/** Shows all samples in a language. */
export function chooseLanguage(language: string): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('.tabs input')) {
    if (input.value === language) input.checked = true;
  }
}
