import { basename, dirname, resolve } from 'node:path';
import { describe, type LinkedOperation } from './compose.ts';
import { readGuides } from './guide.ts';

interface Info {
  description: string;
}

interface Operation {
  operationId: string;
  tags: readonly string[];
}

interface Context {
  readonly location: { readonly source: { readonly absoluteRef: string } };
}

/** Redocly's decorator that appends to an API's description the guides that belong to it. */
export function guidesDecorator() {
  const operations: LinkedOperation[] = [];
  return {
    Operation: {
      enter({ operationId, tags }: Operation) {
        operations.push({ id: operationId, tag: tags[0] ?? '' });
      },
    },
    Root: {
      leave({ info }: { info: Info }, { location }: Context) {
        // spec/<api>/openapi.yaml
        const folder = dirname(location.source.absoluteRef);
        const api = basename(folder);
        const guides = readGuides(resolve(folder, '..')).filter((guide) =>
          guide.apis.some((it) => it === api),
        );
        info.description = describe(info.description, guides, operations);
      },
    },
  };
}
