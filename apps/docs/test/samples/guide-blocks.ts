import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundlePath } from '@telecrm/spec/files';
import { readGuides } from '../../src/content/guides/guide.ts';

/** A code block of a guide. */
export interface GuideBlock {
  guide: string;
  /** The file and line, in a form that editors can open. */
  place: string;
  language: string;
  /** The text after the language, such as `status=409`. */
  meta: string;
  code: string;
}

const guides = await readGuides(join(dirname(bundlePath('sync')), 'guides.json'));

export const guideBlocks: readonly GuideBlock[] = guides.flatMap(({ name, markdown, line }) =>
  [...markdown.matchAll(/^```(\w+) *(.*)\n([\s\S]*?)^```$/gm)].map((match) => ({
    guide: name,
    place: `guides/${name}.md:${line + markdown.slice(0, match.index).split('\n').length - 1}`,
    language: match[1] ?? '',
    meta: match[2] ?? '',
    code: match[3] ?? '',
  })),
);

/** The value of a key in the text after the language. */
export function metaOf({ meta }: GuideBlock, key: string): string | undefined {
  return meta.match(new RegExp(`\\b${key}=(\\S+)`))?.[1];
}

const workspaceTypes = fileURLToPath(new URL('../fixtures/telecrm.d.ts', import.meta.url));

/** The files that blocks import, by name: other blocks and the types of a workspace. */
export const sharedFiles: Readonly<Record<string, string>> = {
  'telecrm.d.ts': await readFile(workspaceTypes, 'utf8'),
  ...Object.fromEntries(
    guideBlocks.flatMap((block) => {
      const file = metaOf(block, 'file');
      return file ? [[file, block.code]] : [];
    }),
  ),
};

/** The first code block of a guide in the language. */
export function codeOf(guide: string, language: string): string {
  const block = guideBlocks.find((it) => it.guide === guide && it.language === language);
  if (!block) throw new Error(`guides/${guide}.md has no code block in ${language}`);
  return block.code;
}
