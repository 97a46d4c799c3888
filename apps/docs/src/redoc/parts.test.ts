import { expect, it } from 'vitest';
import { splitPage } from './parts.ts';

const page = `<link rel="modulepreload" href="https://cdn.example/redoc.js" /><style data-styled="true" data-styled-version="6">a{b:c}</style>
<!-- body -->
<div id="redoc"><div hidden=""><script>x("redoc.colorMode")</script></div><a style="display:none" href="/leads">Leads</a><a href="../openapi/sync.yaml">YAML</a></div>
<script type="module">
  import { hydrate } from "https://cdn.example/redoc.js";

  const __redoc_definition = {"openapi":"3.1.0"};
  const __redoc_options = {"disableTelemetry":true};
  hydrate(__redoc_definition, __redoc_options, document.getElementById('redoc'));
</script>`;

const scripts = { redoc: './redoc.1.js', prepare: './prepare.1.js' };

it('no script and no style sheet is left in the page', () => {
  const { markup, styles } = splitPage(page, scripts);
  expect(markup).not.toMatch(/<script|<style/);
  expect(styles).toBe('a{b:c}');
});

it('the start module prepares the page, and loads nothing but our scripts', () => {
  const { module } = splitPage(page, scripts);
  expect(module).toMatch(/^import \{ hydrate \} from "\.\/redoc\.1\.js";/);
  expect(module).toMatch(/prepareRedoc\(__redoc_options\);\s+hydrate\(/);
  expect(module).not.toContain('cdn.example');
});

it('links work before the script has run, under any path', () => {
  const { markup } = splitPage(page, scripts);
  expect(markup.match(/href="[^"]*"/g)).toEqual(['href="#/leads"', 'href="../openapi/sync.yaml"']);
});

it('style attributes are reported for the policy', () => {
  expect(splitPage(page, scripts).styleAttributes).toEqual(['display:none']);
});

it('a page that keeps its color mode elsewhere is refused', () => {
  expect(() => splitPage(page.replace('redoc.colorMode', 'mode'), scripts)).toThrow(
    'Redoc keeps its color mode elsewhere',
  );
});

it('a page that would send telemetry is refused', () => {
  const sending = page.replace('"disableTelemetry":true', '"disableTelemetry":false');
  expect(() => splitPage(sending, scripts)).toThrow('telemetry is not switched off');
});

it.each([
  ['style sheet', /<style.*<\/style>/],
  ['color mode script', /<script>.*<\/script>/],
  ['module script', 'type="module"'],
  ['import', 'import { hydrate }'],
  ['start', 'hydrate(__redoc_definition'],
])('a page without its %s is refused by name', (name, part) => {
  expect(() => splitPage(page.replace(part, ''), scripts)).toThrow(name);
});
