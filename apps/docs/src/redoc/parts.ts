import { removeUnusedVariables } from './variables.ts';

/** The modules that the start module imports, relative to it. */
export interface RedocScripts {
  redoc: string;
  /** Our module that prepares the page. */
  prepare: string;
}

/** The parts of the page that `redocly build-docs` writes, without inline scripts and style sheets. */
export interface RedocParts {
  /** The prerendered first page. */
  markup: string;
  styles: string;
  /** The module that starts Redoc. */
  module: string;
  /** The `style` attributes of the markup, for the Content-Security-Policy. */
  styleAttributes: string[];
}

/** Splits the page into its parts. Throws if Redoc's output has an unexpected structure. */
export function splitPage(page: string, scripts: RedocScripts): RedocParts {
  const [head = '', body = ''] = page.split('<!-- body -->\n');
  const styles = matchOne(
    head,
    /<style data-styled="true"[^>]*>([\s\S]*?)<\/style>/g,
    'style sheet',
  );
  const colorMode = matchOne(body, /<script>([\s\S]*?)<\/script>/g, 'color mode script');
  // It is replaced by our inline script, which must use the same key.
  if (!colorMode.includes('"redoc.colorMode"'))
    throw new Error('Redoc does not store its color mode under "redoc.colorMode"');
  const module = matchOne(body, /<script type="module">([\s\S]*?)<\/script>/g, 'module script');
  const prerendered = body.slice(0, body.indexOf('<script type="module">'));
  const markup = prerendered
    .replace(`<script>${colorMode}</script>`, '')
    // It is prerendered for paths, but its router uses fragments, which work on any static host.
    .replaceAll('href="/', 'href="#/');
  return {
    markup,
    styles: removeUnusedVariables(styles),
    module: startModule(module, scripts),
    styleAttributes: [...markup.matchAll(/ style="([^"]*)"/g)].map(([, style = '']) => style),
  };
}

function startModule(module: string, { redoc, prepare }: RedocScripts): string {
  if (!module.includes('"disableTelemetry":true')) throw new Error('telemetry is not disabled');
  const imported = matchOne(module, /(import \{ hydrate \} from "[^"]+";)/g, 'import');
  const call = matchOne(module, /^\s*(hydrate\(__redoc_definition, __redoc_options,)/gm, 'start');
  return `${module
    .replace(
      imported,
      `import { hydrate } from ${JSON.stringify(redoc)};
  import { prepareRedoc } from ${JSON.stringify(prepare)};`,
    )
    .replace(call, `prepareRedoc(__redoc_options);\n  ${call}`)
    .trim()}\n`;
}

function matchOne(text: string, pattern: RegExp, name: string): string {
  const found = [...text.matchAll(pattern)];
  const [first] = found;
  if (!first || found.length !== 1) {
    throw new Error(`Redoc's page has ${found.length} parts that look like its ${name}, not one`);
  }
  return first[1] ?? '';
}
