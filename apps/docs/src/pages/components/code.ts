import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import json from 'highlight.js/lib/languages/json';
import php from 'highlight.js/lib/languages/php';
import python from 'highlight.js/lib/languages/python';
import typescript from 'highlight.js/lib/languages/typescript';
import yaml from 'highlight.js/lib/languages/yaml';
import { html, raw } from 'hono/html';
import type { Sample } from '../../samples/languages.ts';
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

/** A code block. It is highlighted at build time. */
export function codeBlock(code: string, language: string): Html {
  return html`<pre tabindex="0"><code data-language="${language}">${highlight(code.trimEnd(), language)}</code></pre>`;
}

function highlight(code: string, language: string): Html | string {
  if (unhighlighted.includes(language)) return code;
  if (!hljs.getLanguage(language)) throw new Error(`unknown code language: ${language}`);
  const [, before, json, after] = (language === 'bash' && code.match(jsonInShell)) || [];
  if (before === undefined || json === undefined || after === undefined) {
    return raw(hljs.highlight(code, { language }).value);
  }
  return html`${highlight(before, 'bash')}${quote}${highlight(json, 'json')}${quote}${highlight(after, 'bash')}`;
}

/** Matches a command with JSON in single quotes. Without this, all of the JSON would be highlighted as a string. */
const jsonInShell = /^([\s\S]* )'([[{][\s\S]*[\]}])'([\s\S]*)$/;
const quote = raw('<span class="hljs-string">&#39;</span>');

/** A tab with code in one language. */
export interface Tab {
  id: string;
  label: string;
  code: Html;
}

/** Code in several languages as tabs, without a script. A browser without `:has()` shows all tabs. */
export function tabs(id: string, all: readonly Tab[]): Html {
  return tabsOf(id, [{ summary: undefined, tabs: all }]);
}

/** A named example in several languages. */
export interface Example {
  summary: string;
  tabs: readonly Tab[];
}

/** A chooser for an example and its language. It needs no script. */
export function chooser(id: string, label: string, examples: readonly Example[]): Html {
  return html`<div class="chooser">
${exampleSelect(label, examples)}
${tabsOf(id, examples)}
</div>`;
}

/** A chooser for one of several named code blocks. It needs no script. */
export function codeChooser(label: string, all: readonly { summary: string; code: Html }[]): Html {
  return html`<div class="chooser">
${exampleSelect(label, all)}
<div class="examples">${all.map(({ summary, code }) => html`<div class="example" data-name="${summary}">${code}</div>`)}</div>
</div>`;
}

/** The maximum number of examples for which `code.css` has rules. */
const maxExamples = 12;

function exampleSelect(label: string, all: readonly { summary: string }[]): Html | undefined {
  if (all.length < 2) return undefined;
  if (all.length > maxExamples) {
    throw new Error(`code.css supports at most ${maxExamples} examples, not ${all.length}`);
  }
  return html`<label class="pick"><span class="visually-hidden">${label}</span><select>${all.map(({ summary }) => html`<option>${summary}</option>`)}</select></label>`;
}

function tabsOf(
  id: string,
  examples: readonly { summary: string | undefined; tabs: readonly Tab[] }[],
): Html {
  const [first] = examples;
  return html`<fieldset class="tabs"><legend class="visually-hidden">Language</legend>
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

/** Creates a tab for each sample. */
export function sampleTabs(samples: readonly Sample[]): Tab[] {
  return samples.map(({ language, code }) => ({
    id: language.id,
    label: language.label,
    code: codeBlock(code, language.highlight),
  }));
}
