// Switches the samples to the language that the reader chose on another page, before the first paint if possible.
import { chooseLanguage, storedLanguage } from './language.ts';

const stored = storedLanguage();
if (stored) document.addEventListener('DOMContentLoaded', () => chooseLanguage(stored));
