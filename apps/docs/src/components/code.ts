import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import json from 'highlight.js/lib/languages/json';
import php from 'highlight.js/lib/languages/php';
import python from 'highlight.js/lib/languages/python';
import typescript from 'highlight.js/lib/languages/typescript';
import yaml from 'highlight.js/lib/languages/yaml';
import { html, raw } from 'hono/html';
import type { Sample } from '../samples/languages.ts';
import type { Html } from './html.ts';

hljs.registerLanguage('bash', bash);
hljs.registerLanguage('json', json);
hljs.registerLanguage('php', php);
hljs.registerLanguage('python', python);
hljs.registerLanguage('typescript', typescript);
hljs.registerLanguage('yaml', yaml);
hljs.registerAliases(['sh'], { languageName: 'bash' });
hljs.registerAliases(['javascript', 'js', 'ts'], { languageName: 'typescript' });
const unhighlighted = ['console', 'text'];

/** A block of code, highlighted when the page is built. */
export function codeBlock(code: string, language: string): Html {
  return html`<pre tabindex="0"><code data-language="${language}">${highlight(code.trimEnd(), language)}</code></pre>`;
}

function highlight(code: string, language: string): Html | string {
  if (unhighlighted.includes(language)) return code;
  if (!hljs.getLanguage(language)) throw new Error(`unknown language of code: ${language}`);
  const [, before, json, after] = (language === 'bash' && code.match(jsonInShell)) || [];
  if (before === undefined || json === undefined || after === undefined) {
    return raw(hljs.highlight(code, { language }).value);
  }
  return html`${highlight(before, 'bash')}${quote}${highlight(json, 'json')}${quote}${highlight(after, 'bash')}`;
}

/** A command with JSON in single quotes, which would otherwise be one long string in one color. */
const jsonInShell = /^([\s\S]* )'([[{][\s\S]*[\]}])'([\s\S]*)$/;
const quote = raw('<span class="hljs-string">&#39;</span>');

/** Code in one language of several. */
export interface Tab {
  id: string;
  label: string;
  code: Html;
}

/** Code in several languages, one shown at a time; a browser that cannot choose by style shows all of it. */
export function tabs(id: string, all: readonly Tab[]): Html {
  return tabsOf(id, [{ summary: undefined, tabs: all }]);
}

/** A named example in every language. */
export interface Example {
  summary: string;
  tabs: readonly Tab[];
}

/** Examples in several languages, of which the reader chooses one of each; it works by style sheet alone. */
export function chooser(id: string, label: string, examples: readonly Example[]): Html {
  return html`<div class="chooser">
${exampleSelect(label, examples)}
${tabsOf(id, examples)}
</div>`;
}

/** Code of several names, one shown at a time. */
export function codeChooser(label: string, all: readonly { summary: string; code: Html }[]): Html {
  return html`<div class="chooser">
${exampleSelect(label, all)}
<div class="examples">${all.map(({ summary, code }) => html`<div class="example" data-name="${summary}">${code}</div>`)}</div>
</div>`;
}

/** As many examples as the style sheet can choose from. */
const mostExamples = 12;

function exampleSelect(label: string, all: readonly { summary: string }[]): Html | undefined {
  if (all.length < 2) return undefined;
  if (all.length > mostExamples) {
    throw new Error(`${all.length} examples; code.css chooses among ${mostExamples} at most`);
  }
  return html`<label class="pick"><span class="unseen">${label}</span><select>${all.map(({ summary }) => html`<option>${summary}</option>`)}</select></label>`;
}

function tabsOf(
  id: string,
  examples: readonly { summary: string | undefined; tabs: readonly Tab[] }[],
): Html {
  const [first] = examples;
  return html`<fieldset class="tabs"><legend class="unseen">Language</legend>
<div class="choice">${first?.tabs.map(
    ({ id: language, label }, i) =>
      html`<input type="radio" name="${id}" id="${id}-${language}" value="${language}"${i === 0 && html` checked`}><label for="${id}-${language}">${label}</label>`,
  )}</div>
<div class="examples">${examples.map(
    ({ summary, tabs }) =>
      html`<div class="example"${summary && html` data-name="${summary}"`}>${tabs.map(({ code }) => html`<div class="panel">${code}</div>`)}</div>`,
  )}</div>
</fieldset>`;
}

/** A request in every language, as tabs. */
export function sampleTabs(samples: readonly Sample[]): Tab[] {
  return samples.map(({ language, code }) => ({
    id: language.id,
    label: language.label,
    code: codeBlock(code, language.highlight),
  }));
}
