import { basename, dirname, relative, resolve } from 'node:path';
import type { RuleFactory } from '../redocly.ts';

const PASCAL = { case: 'PascalCase', pattern: /^[A-Z][A-Za-z0-9]*\.yaml$/ };
const CAMEL = { case: 'camelCase', pattern: /^[a-z][A-Za-z0-9]*\.yaml$/ };

/** Where each kind of shared part lives, and how its file is spelt. */
const HOMES: Readonly<Record<string, { folder: string; name: typeof PASCAL }>> = {
  Schema: { folder: 'schemas', name: PASCAL },
  Response: { folder: 'responses', name: PASCAL },
  Parameter: { folder: 'parameters', name: CAMEL },
  Header: { folder: 'headers', name: CAMEL },
  Example: { folder: 'examples', name: CAMEL },
};

/** What OpenAPI would let us share, and we do not. Other references are refused by `spec-strict-refs`. */
const UNSHARED = ['Callback', 'Link', 'RequestBody', 'SecurityScheme'];

/** A file that a reference leads to stands in the folder of its kind, spelt as its kind is. */
export const componentFileNames: RuleFactory = () => {
  let components = '';
  return {
    Root: {
      enter(_root, { location }) {
        components = resolve(dirname(location.source.absoluteRef), '../components');
      },
    },
    ref: {
      enter(ref, { type, location, report }, target) {
        const file = target.location?.source.absoluteRef;
        // Path items have a rule of their own; a file may point into itself.
        if (!file || file === location.source.absoluteRef || type.name === 'PathItem') return;
        const home = HOMES[type.name];
        if (!home) {
          if (!UNSHARED.includes(type.name)) return;
          const message = `A ${type.name} has no folder of its own: write it where it is used instead of behind \`${ref.$ref}\`.`;
          report({ message, location: location.child(['$ref']) });
          return;
        }
        const folder = resolve(components, home.folder);
        if (dirname(file) === folder && home.name.pattern.test(basename(file))) return;
        const place = `components/${home.folder}/`;
        const message = `${relative(dirname(components), file)} must stand in ${place} with a name in ${home.name.case} and the ending .yaml.`;
        report({ message, location: location.child(['$ref']) });
      },
    },
  };
};
