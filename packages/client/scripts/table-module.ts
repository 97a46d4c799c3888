import type { OpenAPI3 } from 'openapi-typescript';
import { documentedErrors } from './documented-errors.ts';
import type { SpecOperation } from './operations.ts';

const harm = { harmless: 'never', harmful: 'always', 'harmless-without-actions': 'actions' };

/**
 * The source of the module from which an API's methods are built at run time: a line of text for
 * each operation, so that all of them together cost little. `src/operation.ts` reads it.
 */
export function tableModule(document: OpenAPI3, operations: SpecOperation[]): string {
  const errors = [...new Set(operations.flatMap(errorsOf))];
  if (errors.length > 36) fail('there are more kinds of errors than digits of base 36');
  const lines = operations.map(line);
  return `// Generated from @telecrm/spec; do not edit.
import type { Limits } from '../limiter.ts';

/** The errors that the operations refer to by place, then a line for each operation. */
export const table = \`${[errors.join(' '), ...lines].join('\n')}\`;

/** How much the API documents to take. */
export const rateLimit: Limits = ${rateLimit(document)};
`;

  function errorsOf({ source }: SpecOperation): string[] {
    return documentedErrors(document, source).map(([status, code]) => status + code);
  }

  /** `updateLead POST never 0a /lead/{leadId}?{skip}{limit} 100 skip limit data total_count` */
  function line(operation: SpecOperation): string {
    const { id, method, path, parameters, source } = operation;
    const retry = source['x-retry'] ?? fail(`${id} has no x-retry`);
    const query = parameters.filter((entry) => entry.in === 'query').map(({ name }) => `{${name}}`);
    const places = errorsOf(operation).map((error) => errors.indexOf(error).toString(36));
    const address = [path, query.join('')].filter(Boolean).join('?');
    return [id, method, harm[retry.repeat], places.join(''), address, ...paging()].join(' ');

    function paging(): (string | number)[] {
      const page = source['x-pagination'];
      // A list that is there only when asked for is not what the operation is about.
      if (!page || page.when) return [];
      const { maximum } = parameters.find(({ name }) => name === page.limit) ?? {};
      const most = maximum ?? fail(`${id} pages, but ${page.limit} has no maximum`);
      return [most, page.skip, page.limit, page.items, page.total ?? ''];
    }
  }
}

function rateLimit(document: OpenAPI3): string {
  const limit = document['x-rate-limit'];
  // A limit that is not documented must not slow anybody down.
  if (!limit || limit['x-evidence']) return '{}';
  return `{ requests: ${limit.requests}, seconds: ${limit.seconds} }`;
}

function fail(why: string): never {
  throw new Error(why);
}
