import { type Declaration, parse } from 'postcss';

/**
 * Removes the custom properties that no rule of a style sheet uses. Redoc's style sheet has thousands of them. Its script
 * adds them again when it starts, so only those that the prerendered content uses are needed.
 */
export function removeUnusedVariables(css: string): string {
  const root = parse(css);
  const variables = new Map<string, Declaration[]>();
  const used = new Set<string>();
  root.walkDecls(/^--/, (declaration) => {
    variables.set(declaration.prop, [...(variables.get(declaration.prop) ?? []), declaration]);
  });
  root.walkDecls(/^(?!--)/, ({ value }) => markUsed(value));
  for (const [name, declarations] of variables) {
    if (used.has(name)) continue;
    for (const declaration of declarations) declaration.remove();
  }
  return root.toString();

  function markUsed(value: string): void {
    for (const [, name = ''] of value.matchAll(/var\(\s*(--[\w-]+)/g)) {
      if (used.has(name)) continue;
      used.add(name);
      for (const declaration of variables.get(name) ?? []) markUsed(declaration.value);
    }
  }
}
