import { entries } from '../../document/document.ts';
import { loadExtensions } from '../../extensions/extensions.ts';
import type { Context, Location, RuleFactory } from '../../redocly/redocly.ts';

const knownExtensions = loadExtensions();

/** Every `x-` key is one of our extensions, on a node that can have it, with a valid value. */
export const extensions: RuleFactory = () => ({
  any: {
    enter(node, context) {
      if (context.type.extensionsPrefix) check(node, context.location, context);
    },
  },
  // Keys next to a reference belong to the reference, not to its target.
  ref: {
    enter(ref, context) {
      check(ref, context.location, context);
    },
  },
});

function check(node: unknown, location: Location, { type, report }: Context) {
  for (const [key, value] of entries(node)) {
    if (!key.startsWith('x-')) continue;
    const at = location.child([key]);
    const extension = knownExtensions.get(key);
    if (!extension) {
      const known = [...knownExtensions.keys()].join(', ');
      const message = `\`${key}\` is not a known extension (${known}). Use one of these, or add spec/extensions/${key}.schema.json.`;
      report({ message, location: at.key() });
      continue;
    }
    if (extension.appliesTo?.includes(type.name) === false) {
      const message = `\`${key}\` belongs on ${extension.appliesTo.join(' or ')}, not on ${type.name}.`;
      report({ message, location: at.key() });
    }
    for (const fault of extension.check(value)) {
      report({ message: `\`${key}\` is wrong: ${fault}.`, location: at });
    }
  }
}
