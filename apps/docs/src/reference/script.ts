import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const source = '@redocly/cli/lib/chunks/redoc.standalone.js';

/** Redoc's browser script from the CLI's package, changed where it would leave our origin or need `eval`. */
export async function redocScript(logo: string): Promise<string> {
  const script = await readFile(createRequire(import.meta.url).resolve(source), 'utf8');
  return change(script, [
    // The picture behind the words "API docs by" comes from a CDN.
    [/`https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(-full)?\.svg`/g, JSON.stringify(logo), 2],
    // The search tries a worker made by `Function` and does without when that is refused; say so at once.
    [/return \w+\._factory\?\?=Function\(\w+\),!0/g, 'return!1', 1],
    // The colours of code come by style attributes, which the policy forbids; ours go by the classes beside them.
    [/` style="color: var\(\$\{\w+\}\)"`/g, '``', 1],
    // A sample belongs to one of the named examples, and is shown when that one is chosen.
    [
      /\.map\(\(\{lang:(\w+),label:(\w+),source:(\w+)\}\)=>\(\{lang:\1,label:\2,source:\3\}\)\)/g,
      '.map(({lang:$1,label:$2,source:$3,example:x})=>({lang:$1,label:$2,source:$3,example:x}))',
      1,
    ],
    [
      /let e=O\?\.find\(e=>Dj\(e\)===ee\);return e\?e\.source:(.{0,80}?)\},\[ee,O,n\]\)/g,
      'let e=O?.find(e=>Dj(e)===ee&&(!ne||!e.example||e.example===ne));return e?e.source:$1},[ee,O,n,ne])',
      1,
    ],
  ]);
}

function change(script: string, changes: [pattern: RegExp, by: string, times: number][]): string {
  return changes.reduce((text, [pattern, by, times]) => {
    const found = text.match(pattern)?.length ?? 0;
    if (found !== times)
      throw new Error(`${source}: ${pattern} found ${found} times, not ${times}`);
    return text.replace(pattern, by);
  }, script);
}
