import type { ApiModel, Operation } from '@telecrm/spec/model';
import type { Guide } from './guide.ts';

/** The target of a link: a guide, an operation, or the URL of another site. */
export type Target =
  | { guide: Guide; anchor: string | undefined }
  | { operation: Operation }
  | string;

/** Resolves a link in a guide. Throws if the guide or the operation does not exist. */
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

/** Replaces each link outside of code in Markdown with the result of `replace`. */
export function replaceLinks(
  markdown: string,
  replace: (link: string, text: string) => string,
): string {
  // Code is matched first, so that links in code are not replaced.
  return markdown.replaceAll(
    /^```[\s\S]*?^```$|`[^`\n]+`(?!\])|\[((?:`[^`]*`|[^\]`])*)\]\(([^)\s]+)\)/gm,
    (whole, text, link) => (link === undefined ? whole : replace(link, text)),
  );
}
