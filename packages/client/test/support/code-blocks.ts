import { readFile } from 'node:fs/promises';

export interface CodeBlock {
  /** The file and line where the block starts, in a form that editors can open. */
  place: string;
  code: string;
}

/** The TypeScript code blocks of a Markdown file, or of the doc comments of a source file. */
export async function codeBlocks(file: string): Promise<CodeBlock[]> {
  const text = await readFile(new URL(`../../${file}`, import.meta.url), 'utf8');
  const fenced = /^(?<margin> *\* )?```ts\n(?<code>.*?)^\k<margin>```$/gms;
  return [...text.matchAll(fenced)].map(({ index, groups }) => ({
    place: `${file}:${text.slice(0, index).split('\n').length}`,
    code: (groups?.code ?? '').replaceAll(groups?.margin ? /^ *\* ?/gm : '', ''),
  }));
}
