import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import json from 'highlight.js/lib/languages/json';
import php from 'highlight.js/lib/languages/php';
import python from 'highlight.js/lib/languages/python';
import typescript from 'highlight.js/lib/languages/typescript';
import { type Html, html, trusted } from '../pages/html.ts';

hljs.registerLanguage('bash', bash);
hljs.registerLanguage('json', json);
hljs.registerLanguage('php', php);
hljs.registerLanguage('python', python);
hljs.registerLanguage('typescript', typescript);
hljs.registerAliases(['ts'], { languageName: 'typescript' });
// Both are shown as they are.
const plain = ['console', 'text'];

/** A block of code, coloured when the page is built. */
export function codeBlock(code: string, language: string): Html {
  return html`<pre tabindex="0"><code data-language="${language}">${colour(code.trimEnd(), language)}</code></pre>`;
}

function colour(code: string, language: string): Html | string {
  if (plain.includes(language)) return code;
  if (!hljs.getLanguage(language)) throw new Error(`unknown language of code: ${language}`);
  return trusted(hljs.highlight(code, { language }).value);
}

/** Code in several languages, one shown at a time; without style sheets and in a search, all of it. */
export function tabs(id: string, blocks: { id: string; label: string; code: Html }[]): Html {
  return html`<fieldset class="tabs"><legend class="unseen">Language</legend>
<div class="choice">${blocks.map(
    ({ id: language, label }, i) =>
      html`<input type="radio" name="${id}" id="${id}-${language}" value="${language}"${i === 0 && html` checked`}><label for="${id}-${language}">${label}</label>`,
  )}</div>
${blocks.map(({ code }) => html`<div class="panel">${code}</div>`)}
</fieldset>`;
}
