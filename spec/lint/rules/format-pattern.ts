import { isNode } from '../document.ts';
import type { RuleFactory } from '../redocly.ts';

/** Formats of our own, which no validator knows: beside them the `pattern` does the checking. */
const OURS = ['action-code', 'numeric-string'];

/** A format of ours comes with the pattern it stands for. */
export const formatPattern: RuleFactory = () => ({
  Schema: {
    enter(node, { location, report }) {
      const format = isNode(node) ? node.format : undefined;
      if (!isNode(node) || !OURS.some((ours) => ours === format) || 'pattern' in node) return;
      const message = `Validators do not know the format \`${String(format)}\`: put the \`pattern\` it stands for beside it.`;
      report({ message, location: location.child(['format']) });
    },
  },
});
