import { isNode } from '../document.ts';
import type { Context, RuleFactory } from '../redocly.ts';

const MARK = 'x-evidence';
const NOTE = 'x-evidence-note';

/** A mark of evidence says what it rests on, and a note marks something. */
export const evidenceNote: RuleFactory = () => ({
  any: {
    enter: (node, context) => (context.type.extensionsPrefix ? check(node, context) : undefined),
  },
  ref: { enter: check },
});

function check(node: unknown, { location, report }: Context) {
  if (!isNode(node)) return;
  if (MARK in node && !(NOTE in node)) {
    const message = `Say in \`${NOTE}\` beside \`${MARK}\` what it rests on.`;
    report({ message, location: location.child([MARK]).key() });
  }
  if (NOTE in node && !(MARK in node)) {
    const message = `\`${NOTE}\` needs \`${MARK}: observed\` or \`inferred\` beside it.`;
    report({ message, location: location.child([NOTE]).key() });
  }
}
