import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import json from 'highlight.js/lib/languages/json';
import php from 'highlight.js/lib/languages/php';
import python from 'highlight.js/lib/languages/python';
import typescript from 'highlight.js/lib/languages/typescript';
import { html, raw } from 'hono/html';
import type { Sample } from '../samples/languages.ts';
import type { Html } from './html.ts';

hljs.registerLanguage('bash', bash);
hljs.registerLanguage('json', json);
hljs.registerLanguage('php', php);
hljs.registerLanguage('python', python);
hljs.registerLanguage('typescript', typescript);
hljs.registerAliases(['ts'], { languageName: 'typescript' });
const unhighlighted = ['console', 'text'];

/** A block of code, highlighted when the page is built. */
export function codeBlock(code: string, language: string): Html {
  return html`<pre tabindex="0"><code data-language="${language}">${highlight(code.trimEnd(), language)}</code></pre>`;
}

function highlight(code: string, language: string): Html | string {
  if (unhighlighted.includes(language)) return code;
  if (!hljs.getLanguage(language)) throw new Error(`unknown language of code: ${language}`);
  return raw(hljs.highlight(code, { language }).value);
}

/** Code in one language of several. */
export interface Tab {
  id: string;
  label: string;
  code: Html;
}

/** Code in several languages, one shown at a time; without style sheets and in a search, all of it. */
export function tabs(id: string, all: readonly Tab[]): Html {
  return html`<fieldset class="tabs"><legend class="unseen">Language</legend>
<div class="choice">${all.map(
    ({ id: language, label }, i) =>
      html`<input type="radio" name="${id}" id="${id}-${language}" value="${language}"${i === 0 && html` checked`}><label for="${id}-${language}">${label}</label>`,
  )}</div>
${all.map(({ code }) => html`<div class="panel">${code}</div>`)}
</fieldset>`;
}

/** A request in every language. */
export function sampleTabs(id: string, samples: readonly Sample[]): Html {
  return tabs(
    id,
    samples.map(({ language, code }) => ({
      id: language.id,
      label: language.label,
      code: codeBlock(code, language.highlight),
    })),
  );
}
