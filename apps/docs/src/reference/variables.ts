/**
 * A style sheet without the custom properties that none of its rules uses. Redoc's carries thousands of them; its script
 * adds them all again when it starts, so these are only for what is shown before.
 */
export function dropUnusedVariables(css: string): string {
  const declared = new Map<string, string>();
  for (const [, name = '', value = ''] of css.matchAll(declaration)) {
    declared.set(name, `${declared.get(name) ?? ''} ${value}`);
  }
  const used = new Set<string>();
  const visit = (text: string) => {
    for (const [, name = ''] of text.matchAll(/var\((--[\w-]+)/g)) {
      if (used.has(name)) continue;
      used.add(name);
      visit(declared.get(name) ?? '');
    }
  };
  visit(css.replaceAll(declaration, ''));
  return css.replaceAll(declaration, (whole, name) => (used.has(name) ? whole : ''));
}

/** A custom property with its value, in which a semicolon may stand between quotes or brackets. */
const declaration =
  /(?<![\w-(])(--[\w-]+)\s*:((?:"[^"]*"|'[^']*'|\([^()]*(?:\([^()]*\)[^()]*)*\)|[^;{}"'()])*)(?:;|(?=\}))/g;
