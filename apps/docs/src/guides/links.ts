import type { ApiModel, Operation } from '@telecrm/spec/model';
import type { Guide } from './guide.ts';

/** Where a link leads: to a guide or to an operation. A link to another site is returned as it is. */
export type Target =
  | { guide: Guide; anchor: string | undefined }
  | { operation: Operation }
  | string;

/** Finds what a link of a guide refers to; throws when there is no such guide or operation. */
export function targetOf(
  link: string,
  from: Guide,
  guides: readonly Guide[],
  apis: readonly ApiModel[],
): Target {
  if (/^https?:/.test(link)) return link;
  if (link.startsWith('operation:')) {
    const id = link.slice('operation:'.length);
    const operation = apis.flatMap(({ operations }) => operations).find((it) => it.id === id);
    if (operation) return { operation };
  } else {
    const [file = '', anchor] = link.split('#');
    const guide = file ? guides.find(({ name }) => `${name}.md` === file) : from;
    if (guide) return { guide, anchor };
  }
  throw new Error(`guides/${from.name}.md: ${link} leads nowhere`);
}

/** The Markdown with each link outside of code replaced by what `replace` makes of it. */
export function relink(markdown: string, replace: (link: string, text: string) => string): string {
  // Code is matched first, so that nothing in it is taken for a link.
  return markdown.replaceAll(
    /^```[\s\S]*?^```$|`[^`\n]+`(?!\])|\[((?:`[^`]*`|[^\]`])*)\]\(([^)\s]+)\)/gm,
    (whole, text, link) => (link === undefined ? whole : replace(link, text)),
  );
}
