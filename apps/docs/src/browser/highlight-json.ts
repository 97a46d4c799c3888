import { element } from './dom.ts';

/** The tokens of JSON except its punctuation. */
const tokens = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null)\b|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi;

/** Highlights JSON in the colors of the samples. */
export function highlightJson(text: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  let end = 0;
  for (const match of text.matchAll(tokens)) {
    const [whole, string, colon, literal] = match;
    fragment.append(text.slice(end, match.index));
    if (string === undefined) fragment.append(colored(literal ? 'literal' : 'number', whole));
    else fragment.append(colored(colon === undefined ? 'string' : 'attr', string), colon ?? '');
    end = match.index + whole.length;
  }
  fragment.append(text.slice(end));
  return fragment;
}

function colored(name: string, text: string): HTMLElement {
  return element('span', { className: `hljs-${name}`, textContent: text });
}

/** Formats JSON with one entry per line. Any other text is returned unchanged. */
export function prettyJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
