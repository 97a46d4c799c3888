import { element } from '../dom.ts';

/** The tokens of JSON; what is between them is punctuation. */
const tokens = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null)\b|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi;

/** JSON in the colors of the samples. */
export function highlightJson(text: string): DocumentFragment {
  const made = document.createDocumentFragment();
  let end = 0;
  for (const match of text.matchAll(tokens)) {
    const [whole, string, colon, literal] = match;
    made.append(text.slice(end, match.index));
    if (string === undefined) made.append(colored(literal ? 'literal' : 'number', whole));
    else made.append(colored(colon === undefined ? 'string' : 'attr', string), colon ?? '');
    end = match.index + whole.length;
  }
  made.append(text.slice(end));
  return made;
}

function colored(name: string, text: string): HTMLElement {
  return element('span', { className: `hljs-${name}`, textContent: text });
}

/** JSON with a line for each entry; any other text as it is. */
export function prettyJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
