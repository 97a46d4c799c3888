import { isNode } from '../../document/document.ts';
import type { Context, RuleFactory } from '../../redocly/redocly.ts';

const MARK = 'x-evidence';
const NOTE = 'x-evidence-note';

/** Every `x-evidence` has a note, and every note has an `x-evidence`. */
export const evidenceNote: RuleFactory = () => ({
  any: {
    enter: (node, context) => (context.type.extensionsPrefix ? check(node, context) : undefined),
  },
  ref: { enter: check },
});

function check(node: unknown, { location, report }: Context) {
  if (!isNode(node)) return;
  if (MARK in node && !(NOTE in node)) {
    const message = `Add \`${NOTE}\` next to \`${MARK}\`: the source of the fact.`;
    report({ message, location: location.child([MARK]).key() });
  }
  if (NOTE in node && !(MARK in node)) {
    const message = `\`${NOTE}\` needs \`${MARK}: observed\` or \`inferred\` next to it.`;
    report({ message, location: location.child([NOTE]).key() });
  }
}
