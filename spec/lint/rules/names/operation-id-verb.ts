import { eachOperation } from '../../document/operation.ts';
import type { RuleFactory } from '../../redocly/redocly.ts';

const VERBS: Readonly<Record<string, readonly string[]>> = {
  get: ['get', 'list'],
  post: ['create', 'createOrUpdate', 'update', 'search'],
  put: ['update', 'replace'],
  patch: ['update'],
  delete: ['delete'],
};

/** An operation ID begins with the verb that fits its method and path. */
export const operationIdVerb: RuleFactory = () =>
  eachOperation(({ id, method, path, location }, { report }) => {
    const verbs = verbsFor(method, path);
    if (verbs.some((verb) => startsWithWord(id, verb))) return;
    report({
      message: `\`${id}\` must begin with ${verbs.join(' or ')}, as fits ${method.toUpperCase()} ${path}.`,
      location: location.child(['operationId']),
    });
  });

function verbsFor(method: string, path: string): readonly string[] {
  const verbs = VERBS[method] ?? [];
  // `get` is for one item, `list` for many; only paths that end with /search search.
  if (method === 'get') return verbs.filter((verb) => verb !== 'list' || !path.endsWith('}'));
  return verbs.filter((verb) => (verb === 'search') === path.endsWith('/search'));
}

/** `listener` does not begin with the word `list`. */
function startsWithWord(id: string, verb: string): boolean {
  return id.startsWith(verb) && /^[A-Z]/.test(id.slice(verb.length));
}
