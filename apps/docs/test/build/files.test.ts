import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/samples/languages.ts';
import { minimumCounts } from '../fixtures/minimum-counts.ts';
import { dist, operations, pages } from '../fixtures/site.ts';

const read = (path: string) => readFileSync(join(dist, path), 'utf8');

it('the site has at least as many pages as before', () => {
  expect(operations.length).toBeGreaterThanOrEqual(minimumCounts.operations);
  const guides = pages.filter((path) => /^\/guides\/./.test(path));
  expect(guides.length).toBeGreaterThanOrEqual(minimumCounts.guides);
});

it('every page has a description that search engines show completely', () => {
  const descriptions = pages.map((path) => {
    const [, text = ''] =
      read(`${path}index.html`).match(/<meta name="description" content="([^"]*)">/) ?? [];
    return text.replaceAll(/&\w+;|&#\d+;/g, '-');
  });
  const wrong = pages.filter((_, i) => {
    const length = descriptions[i]?.length ?? 0;
    return length < 20 || length > 160;
  });
  expect(wrong).toEqual([]);
});

it('robots.txt allows search engines to index every page', () => {
  expect(read('robots.txt')).toBe(
    'User-agent: *\nAllow: /\n\nSitemap: http://127.0.0.1:4000/sitemap.xml\n',
  );
});

it('the site has an icon at /favicon.ico, and every page links to the SVG icon', () => {
  expect([...readFileSync(join(dist, 'favicon.ico')).subarray(0, 4)]).toEqual([0, 0, 1, 0]);
  for (const path of ['index.html', '404.html']) {
    expect(read(path)).toContain('<link rel="icon" type="image/svg+xml"');
  }
});

it('a script that can be imported again after a failure has no static imports, which would stay failed', () => {
  const redoc = /assets\/(?:prepare-redoc|redoc|sync|async)\./;
  const scripts = globSync('assets/*.js', { cwd: dist }).filter((path) => !redoc.test(path));
  expect(scripts.length).toBeGreaterThan(5);
  for (const path of scripts) {
    const { body } = parse(read(path), { ecmaVersion: 'latest', sourceType: 'module' });
    expect(body.filter(({ type }) => type === 'ImportDeclaration')).toEqual([]);
  }
});

it('the preview image for links has the text of the landing page', () => {
  const html = readFileSync(
    new URL('../../src/assets/images/social.html', import.meta.url),
    'utf8',
  );
  const texts = (page: string) =>
    page
      .replaceAll('&quot;', '"')
      .replace(/<(style|script)\b[\s\S]*?<\/\1>|<[^>]*>|&ensp;/g, '\n')
      .split(/\s*\n\s*/);
  const landing = new Set(texts(read('index.html')));
  const said = texts(html.slice(html.indexOf('<body>'))).filter(Boolean);
  expect(said).toContain('The sandbox reports');
  expect(said.filter((text) => !landing.has(text))).toEqual([]);
});

describe.each(operations)('the page of $id', ({ api, id, parameters, requestBody, responses }) => {
  const page = read(`${api}/${id}/index.html`);
  const section = (name: string) =>
    page.match(new RegExp(`<h2 id="${name}">[\\s\\S]*?</section>`))?.[0] ?? '';

  it('describes every parameter', () => {
    const rows = section('parameters').split('<dt>').slice(1);
    expect(rows).toHaveLength(parameters.length);
    for (const [i, { name, in: place, required, description }] of parameters.entries()) {
      const row = rows[i] ?? '';
      expect(row).toContain(`<code>${name}</code>`);
      expect(row).toContain(`in the ${place}`);
      expect(row.includes('required</span>'), name).toBe(required);
      expect(row).toContain(description.split(/[`'"&<]/)[0]);
    }
  });

  it('describes the body, the behavior and every response, and shows the samples', () => {
    expect(section('body') !== '').toBe(requestBody !== undefined);
    const examples = requestBody?.examples.length ?? 1;
    expect(section('requests').match(/class="panel"/g)).toHaveLength(examples * languages.length);
    const responseExamples = responses.flatMap(({ content }) => content?.examples ?? []);
    const shown = page.match(/<h2 id="response-examples">[\s\S]*?<\/section>/)?.[0] ?? '';
    expect(shown.match(/class="example"/g)).toHaveLength(responseExamples.length);
    expect(section('behavior')).toContain('Rate limit');
    const statuses = [...section('responses').matchAll(/<h3 id="status-(\w+)"/g)];
    expect(statuses.map(([, status]) => status?.toUpperCase())).toEqual(
      responses.map(({ status }) => status),
    );
  });

  it('has a Markdown version with every parameter and response', () => {
    const markdown = read(`${api}/${id}.md`);
    for (const { name } of parameters) expect(markdown).toContain(`- \`${name}\` (`);
    for (const { status } of responses) expect(markdown).toContain(`### ${status}\n`);
  });
});
