import { dropUnusedVariables } from './variables.ts';

/** What the module that starts Redoc imports, relative to itself. */
export interface RedocScripts {
  redoc: string;
  /** Our own module, which prepares the page. */
  prepare: string;
}

/** The output of `redocly build-docs`, in parts, so that no script and no style sheet is inline. */
export interface RedocParts {
  /** The prerendered first page. */
  markup: string;
  styles: string;
  /** The module that starts Redoc. */
  module: string;
  /** The `style` attributes of the markup, for the Content-Security-Policy. */
  styleAttributes: string[];
}

/** Takes the page apart; throws when Redoc's output has another form than expected. */
export function splitPage(page: string, scripts: RedocScripts): RedocParts {
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
    module: startModule(module, scripts),
    styleAttributes: [...markup.matchAll(/ style="([^"]*)"/g)].map(([, style = '']) => style),
  };
}

function startModule(module: string, { redoc, prepare }: RedocScripts): string {
  if (!module.includes('"disableTelemetry":true')) throw new Error('telemetry is not switched off');
  const imported = only(module, /(import \{ hydrate \} from "[^"]+";)/g, 'import');
  const call = only(module, /^\s*(hydrate\(__redoc_definition, __redoc_options,)/gm, 'start');
  return `${module
    .replace(
      imported,
      `import { hydrate } from ${JSON.stringify(redoc)};
  import { prepareRedoc } from ${JSON.stringify(prepare)};`,
    )
    .replace(call, `prepareRedoc(__redoc_options);\n  ${call}`)
    .trim()}\n`;
}

function only(text: string, pattern: RegExp, name: string): string {
  const found = [...text.matchAll(pattern)];
  const [first] = found;
  if (!first || found.length !== 1) {
    throw new Error(`Redoc's page has ${found.length} parts that look like its ${name}, not one`);
  }
  return first[1] ?? '';
}
