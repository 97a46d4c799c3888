import { readFile } from 'node:fs/promises';
import { addAsset, type Files } from './files.ts';

/** What the compiler made of `src/browser`, without indentation. */
async function read(path: string): Promise<string> {
  const script = await readFile(new URL(`../generated/${path}`, import.meta.url), 'utf8');
  return script.replaceAll(/^\s+/gm, '');
}

/** The compiler makes a module of it; it must run before the first paint, which a module does not. */
async function readPlain(path: string): Promise<string> {
  return (await read(path)).replace('export {};\n', '');
}

/** Adds the scripts of the site's own; returns those that stand in each page, and the path of the one they load. */
export async function addScripts(
  files: Files,
  searchIndex: string,
): Promise<{ early: string; page: string }> {
  const index = addAsset(files, 'search-index.json', searchIndex);
  const library = await readFile(new URL(import.meta.resolve('minisearch')), 'utf8');
  const minisearch = addAsset(
    files,
    'minisearch.js',
    library.replaceAll(/^\/\/# sourceMappingURL.*$/gm, ''),
  );
  const tokens = addAsset(files, 'tokens.js', await read('search/tokens.js'));
  const dom = addAsset(files, 'dom.js', await read('browser/dom.js'));
  const search = addAsset(
    files,
    'search.js',
    link(await read('browser/search.js'), {
      minisearch,
      '../search/tokens.js': tokens,
      './dom.js': dom,
      './search-index.json': index,
    }),
  );
  const page = link(await read('browser/page.js'), { './search.js': search, './dom.js': dom });
  return {
    early: (await readPlain('browser/theme.js')) + (await readPlain('browser/early.js')),
    page: addAsset(files, 'page.js', page),
  };
}

/** Replaces the modules that a script names by the files they became, which stand beside it. */
function link(script: string, modules: Record<string, string>): string {
  return Object.entries(modules).reduce((text, [name, path]) => {
    if (!text.includes(`'${name}'`)) throw new Error(`${name} is not imported`);
    return text.replaceAll(`'${name}'`, `'${path.replace('assets/', './')}'`);
  }, script);
}
