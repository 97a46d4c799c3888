import { dropUnusedVariables } from './variables.ts';

/** The output of `redocly build-docs`, taken apart so that nothing of it has to stand inside a page. */
export interface RedocParts {
  /** The prerendered first page. */
  markup: string;
  styles: string;
  /** The module that starts Redoc; it imports the shared script from `redocScript`. */
  module: string;
  /** The `style` attributes that stand in the markup, for the Content-Security-Policy. */
  styleAttributes: string[];
}

/** Takes the page apart; throws when Redoc's output has another form than expected. */
export function splitPage(page: string, redocScript: string): RedocParts {
  const [head = '', body = ''] = page.split('<!-- body -->\n');
  const styles = only(head, /<style data-styled="true"[^>]*>([\s\S]*?)<\/style>/g, 'style sheet');
  const colorMode = only(body, /<script>([\s\S]*?)<\/script>/g, 'color mode script');
  // Ours does the same on every page of the site; both keep the reader's choice under one key.
  if (!colorMode.includes('"redoc.colorMode"'))
    throw new Error('Redoc keeps its color mode elsewhere');
  const module = only(body, /<script type="module">([\s\S]*?)<\/script>/g, 'module script');
  const prerendered = body.slice(0, body.indexOf('<script type="module">'));
  const markup = prerendered
    .replace(`<script>${colorMode}</script>`, '')
    // It is prerendered for a router on the path, but runs with one on the fragment, which works on any static host.
    .replaceAll('href="/', 'href="#/');
  return {
    markup,
    styles: dropUnusedVariables(styles),
    module: startModule(module, redocScript),
    styleAttributes: [...markup.matchAll(/ style="([^"]*)"/g)].map(([, style = '']) => style),
  };
}

function startModule(module: string, redocScript: string): string {
  const line = only(module, /(import \{ hydrate \} from "[^"]+";)/g, 'import');
  if (!module.includes('"disableTelemetry":true')) throw new Error('telemetry is not switched off');
  // Redoc makes a worker for its search by `Function`, which the policy refuses, unless there are no workers.
  const start = `import { hydrate } from ${JSON.stringify(redocScript)};\ndelete globalThis.Worker;`;
  return `${module
    .replace(line, start)
    .replace(/^\s*hydrate\(/m, `${preferLanguage}$&`)
    .trim()}\n`;
}

/** Puts the language of samples that the reader has chosen on another page first, as Redoc shows the first. */
const preferLanguage = `
  const stored = (() => { try { return localStorage.getItem('telecrm.language'); } catch {} })();
  const languages = __redoc_options.codeSamples?.languages ?? [];
  const chosen = languages.findIndex(({ lang }) => lang === { curl: 'bash', ts: 'typescript' }[stored] || lang === stored);
  if (chosen > 0) languages.unshift(...languages.splice(chosen, 1));
`;

function only(text: string, pattern: RegExp, name: string): string {
  const found = [...text.matchAll(pattern)];
  const [first] = found;
  if (!first || found.length !== 1) {
    throw new Error(`Redoc's page has ${found.length} parts that look like its ${name}, not one`);
  }
  return first[1] ?? '';
}
