// Shows the samples in the language that the reader has chosen on another page. A whole page has it from its first paint.
import { chooseLanguage, storedLanguage } from './language.ts';

const stored = storedLanguage();
if (stored) document.addEventListener('DOMContentLoaded', () => chooseLanguage(stored));
