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

it('removes scripts and style sheets from the page', () => {
  const { markup, styles } = splitPage(page, scripts);
  expect(markup).not.toMatch(/<script|<style/);
  expect(styles).toBe('a{b:c}');
});

it('prepares the page before it starts Redoc, and loads only our scripts', () => {
  const { module } = splitPage(page, scripts);
  expect(module).toMatch(/^import \{ hydrate \} from "\.\/redoc\.1\.js";/);
  expect(module).toMatch(/prepareRedoc\(__redoc_options\);\s+hydrate\(/);
  expect(module).not.toContain('cdn.example');
});

it('has links that work without the script, at any path', () => {
  const { markup } = splitPage(page, scripts);
  expect(markup.match(/href="[^"]*"/g)).toEqual(['href="#/leads"', 'href="../openapi/sync.yaml"']);
});

it('returns the style attributes for the Content-Security-Policy', () => {
  expect(splitPage(page, scripts).styleAttributes).toEqual(['display:none']);
});

it('rejects a page that stores its color mode under another key', () => {
  expect(() => splitPage(page.replace('redoc.colorMode', 'mode'), scripts)).toThrow(
    'Redoc does not store its color mode',
  );
});

it('rejects a page that would send telemetry', () => {
  const sending = page.replace('"disableTelemetry":true', '"disableTelemetry":false');
  expect(() => splitPage(sending, scripts)).toThrow('telemetry is not disabled');
});

it.each([
  ['style sheet', /<style.*<\/style>/],
  ['color mode script', /<script>.*<\/script>/],
  ['module script', 'type="module"'],
  ['import', 'import { hydrate }'],
  ['start', 'hydrate(__redoc_definition'],
])('rejects a page without its %s', (name, part) => {
  expect(() => splitPage(page.replace(part, ''), scripts)).toThrow(name);
});
