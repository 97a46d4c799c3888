import { isNode } from '../../document/document.ts';
import type { RuleFactory } from '../../redocly/redocly.ts';

/** Custom formats. Validators ignore them, so a `pattern` validates the value. */
const OURS = ['action-code', 'numeric-string'];

/** Every custom format has a pattern. */
export const formatPattern: RuleFactory = () => ({
  Schema: {
    enter(node, { location, report }) {
      const format = isNode(node) ? node.format : undefined;
      if (!isNode(node) || !OURS.some((ours) => ours === format) || 'pattern' in node) return;
      const message = `Validators ignore the format \`${String(format)}\`: add the matching \`pattern\`.`;
      report({ message, location: location.child(['format']) });
    },
  },
});
