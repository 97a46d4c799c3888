import { type Declaration, parse } from 'postcss';

/**
 * A style sheet without the custom properties that none of its rules uses. Redoc's has thousands of them; its script
 * adds them again when it starts, so only those that the prerendered page uses are needed.
 */
export function dropUnusedVariables(css: string): string {
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
