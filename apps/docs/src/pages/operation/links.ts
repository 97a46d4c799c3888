import type { ApiModel } from '@telecrm/spec/model';
import type { MarkdownOptions } from '../../content/markdown/markdown.ts';

/** Links operation IDs in code to the pages of the operations, except the current one. */
export function operationLinks(
  root: string,
  apis: readonly ApiModel[],
  current?: string,
): MarkdownOptions {
  const paths = new Map(
    apis.flatMap(({ operations }) =>
      operations
        .filter(({ id }) => id !== current)
        .map(({ api, id }) => [id, `${root}${api}/${id}/`]),
    ),
  );
  return { codeLink: (code) => paths.get(code) };
}
