import { basename, dirname, relative, resolve } from 'node:path';
import type { RuleFactory } from '../../redocly/redocly.ts';

const PASCAL = { case: 'PascalCase', pattern: /^[A-Z][A-Za-z0-9]*\.yaml$/ };
const CAMEL = { case: 'camelCase', pattern: /^[a-z][A-Za-z0-9]*\.yaml$/ };

/** The folder of each kind of shared component, and the case of its file names. */
const HOMES: Readonly<Record<string, { folder: string; name: typeof PASCAL }>> = {
  Schema: { folder: 'schemas', name: PASCAL },
  Response: { folder: 'responses', name: PASCAL },
  Parameter: { folder: 'parameters', name: CAMEL },
  Header: { folder: 'headers', name: CAMEL },
  Example: { folder: 'examples', name: CAMEL },
};

/** Kinds that OpenAPI can share but this repository does not. `spec-strict-refs` reports other references. */
const UNSHARED = ['Callback', 'Link', 'RequestBody', 'SecurityScheme'];

/** A referenced file is in the folder of its kind or a subfolder, and its name has the case of its kind. */
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
        // Path items have their own rule; a file may refer to itself.
        if (!file || file === location.source.absoluteRef || type.name === 'PathItem') return;
        const home = HOMES[type.name];
        if (!home) {
          if (!UNSHARED.includes(type.name)) return;
          const message = `A ${type.name} cannot be shared: write it where it is used instead of referring to \`${ref.$ref}\`.`;
          report({ message, location: location.child(['$ref']) });
          return;
        }
        const folder = resolve(components, home.folder);
        const parents = [dirname(file), dirname(dirname(file))];
        if (parents.includes(folder) && home.name.pattern.test(basename(file))) return;
        const place = `components/${home.folder}/`;
        const message = `${relative(dirname(components), file)} must be in ${place} and have a name in ${home.name.case} with the extension .yaml.`;
        report({ message, location: location.child(['$ref']) });
      },
    },
  };
};
