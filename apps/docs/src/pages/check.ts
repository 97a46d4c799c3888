import { html } from 'hono/html';
import { codeBlock } from './components/code.ts';
import type { Html } from './components/html.ts';
import { markdownLinks } from './components/markdown-links.ts';
import { type Site, shell, siteLinks } from './components/shell.ts';

/** The page that checks a pasted payload in the browser. */
export function checkPage(site: Site): Html {
  const root = '../';
  return shell(site, {
    title: 'Check a payload · telecrm API',
    description: checkSummary,
    path: 'check/',
    root,
    current: 'check',
    markdown: 'check.md',
    script: site.checkScript,
    head: html`${siteLinks(site, root)}
<link rel="stylesheet" href="${root}${site.checkStyle}">`,
    body: html`<main id="content" class="column">
<h1>Check a payload</h1>
<p class="lead">Paste what your program sends. For each entry, see whether telecrm stores or drops it, and why. Then copy the corrected payload.</p>
<div class="checker">
<form class="check-form" autocomplete="off">
<fieldset class="check-api"><legend>API</legend>
<input type="radio" name="api" id="api-async" value="async" checked><label for="api-async">Async API</label>
<input type="radio" name="api" id="api-sync" value="sync"><label for="api-sync">Sync API</label></fieldset>
<p class="check-failed">The script of this page could not be loaded. Check your connection: the page tries again, and then checks what you have entered.</p>
<label class="check-label" for="payload">JSON, a curl command, a <code>fetch</code> call, or CSV rows</label>
<textarea id="payload" rows="16" spellcheck="false" autocapitalize="off" aria-describedby="private"></textarea>
<p class="dim" id="private">Your input stays in this page and is not stored. Tokens are redacted.</p>
<p class="check-note" role="status"></p>
<div class="check-buttons">
<button type="submit" class="primary">Check</button>
<button type="button" data-do="example">Show an example</button>
<button type="button" data-do="share">Copy a link without values</button>
</div>
<details class="check-workspace"><summary>Check against your own workspace</summary>
<p>Choose your <code>telecrm.workspace.json</code>, or drop it here. It contains the fields, options and actions of your workspace; to create it, run <code>npx @telecrm/cli pull</code>. Without it, payloads are checked against the workspace of the sandbox.</p>
<label class="check-label" for="workspace">Workspace file</label>
<input type="file" id="workspace" accept=".json,application/json"></details>
</form>
<section class="check-result" aria-label="Result">
<p class="check-summary" role="status">Paste a payload to see what telecrm would do with it.</p>
<div class="check-details"></div>
</section>
</div>
<section aria-labelledby="terminal">
<h2 id="terminal">In a terminal and in CI</h2>
<p>The same check works on whole JSON, NDJSON and CSV files, and fails if something would be dropped. It sends nothing and needs no token.</p>
${codeBlock('npx @telecrm/cli check payload.json\nnpx @telecrm/cli check leads.csv --stored', 'bash')}
<p>To see what the APIs themselves respond, <a href="${root}">try them in your browser</a> or run <a href="${root}guides/testing-with-the-sandbox/">the sandbox</a>.</p>
</section>
<p class="dim">${markdownLinks(root, 'check.md')}</p>
</main>`,
  });
}

/** The checker in one sentence. */
export const checkSummary =
  'Paste JSON, a curl command, a fetch call or CSV, and see what telecrm stores, what it drops, and why.';

/** The page in Markdown, for programs that cannot use the form. */
export const checkMarkdown = `# Check a payload

${checkSummary} In a terminal and in CI, run the same check with:

\`\`\`sh
npx @telecrm/cli check payload.json --workspace telecrm.workspace.json
npx @telecrm/cli check leads.csv --api sync --json
\`\`\`

It reads JSON, NDJSON and CSV, sends nothing and needs no token. In a program, use \`checkLead\` and \`correctLead\` from
\`@telecrm/workspace\`.
`;
