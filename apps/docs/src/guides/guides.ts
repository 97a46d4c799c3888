import { readFile } from 'node:fs/promises';
import type { Api, Operation } from '../spec/api.ts';

/** A guide, as `@telecrm/spec/guides.json` has it. */
export type Guide = {
  name: string;
  title: string;
  summary: string;
  apis: Api['slug'][];
  order: number;
  markdown: string;
  /** The line of its file on which the Markdown starts. */
  line: number;
};

/** Reads the guides in their order. */
export async function readGuides(file: string): Promise<Guide[]> {
  return JSON.parse(await readFile(file, 'utf8'));
}

/** The guides that link to an operation, in their order. */
export function guidesFor({ id }: Operation, guides: readonly Guide[]): Guide[] {
  return guides.filter(({ markdown }) => markdown.includes(`(operation:${id})`));
}

/** Where a link of a guide leads: to another guide or to an operation. Links to elsewhere are returned as text. */
export type Target =
  | { guide: Guide; anchor: string | undefined }
  | { api: Api; operation: Operation }
  | string;

/** Finds what a link of a guide means; fails when it leads nowhere. */
export function targetOf(
  link: string,
  from: Guide,
  guides: readonly Guide[],
  apis: readonly Api[],
): Target {
  if (/^https?:/.test(link)) return link;
  if (link.startsWith('operation:')) {
    const id = link.slice('operation:'.length);
    for (const api of apis) {
      const operation = api.operations.find((it) => it.id === id);
      if (operation) return { api, operation };
    }
  } else {
    const [file = '', anchor] = link.split('#');
    const guide = file ? guides.find(({ name }) => `${name}.md` === file) : from;
    if (guide) return { guide, anchor };
  }
  throw new Error(`guides/${from.name}.md: ${link} leads nowhere`);
}

/** The Markdown of a guide with each link replaced. */
export function relink(guide: Guide, replace: (link: string, text: string) => string): string {
  // Code is matched first, so that nothing in it is taken for a link.
  return guide.markdown.replaceAll(
    /^```[\s\S]*?^```$|`[^`\n]+`(?!\])|\[((?:`[^`]*`|[^\]`])*)\]\(([^)\s]+)\)/gm,
    (whole, text, link) => (link === undefined ? whole : replace(link, text)),
  );
}
