import type { ApiName, ResolvedDefinition } from '@telecrm/workspace';
import { jsonTypeOf, sampleFor } from './samples.ts';

/** The fragment of a link: the API, and the names and JSON types of a payload without its values. */
export function shapeFragment(body: unknown, api: ApiName): string {
  const parts: [string, string][] = [['api', api]];
  const visit = (value: unknown, path: string): void => {
    const type = jsonTypeOf(value);
    const isContainer = type === 'object' || (Array.isArray(value) && path === 'actions');
    if (isContainer) {
      // `jsonTypeOf` returned `object` or `array`, which TypeScript cannot derive.
      const children = Object.entries(value as object);
      if (children.length === 0 && path !== '') parts.push([path, type]);
      for (const [key, child] of children) {
        visit(child, Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key);
      }
    } else if (path !== '')
      parts.push([path, isActionType(path, value) ? `=${String(value)}` : type]);
  };
  visit(body, '');
  return String(new URLSearchParams(parts));
}

/** Whether a value is the type of an action, which the link contains because it is not personal data. */
function isActionType(path: string, value: unknown): boolean {
  return (
    /^actions\[\d+\]\.type$/.test(path) &&
    /^(?:ACTION_)?\d{1,6}$|^[A-Z_]{1,30}$/.test(String(value))
  );
}

/** A payload with example values for the names and types in a fragment. */
export function bodyOfShape(
  fragment: string,
  definition: ResolvedDefinition,
): { api: ApiName; body: unknown } | undefined {
  const parts = [...new URLSearchParams(fragment.replace(/^#/, ''))];
  const api = parts.find(([name]) => name === 'api')?.[1];
  if (api !== 'async' && api !== 'sync') return undefined;
  const lead = createBuilder();
  const actions: ObjectBuilder[] = [];
  for (const [path, type] of parts) {
    if (path === 'api') continue;
    const value = type.startsWith('=') ? type.slice(1) : sampleFor(path, type, definition);
    const [, index, actionPath] = /^actions\[(\d{1,2})\](?:\.(.*))?$/.exec(path) ?? [];
    if (index === undefined) {
      lead.set(path, value);
      continue;
    }
    while (actions.length <= Number(index)) actions.push(createBuilder());
    if (actionPath !== undefined) actions[Number(index)]?.set(actionPath, value);
  }
  const body = {
    ...lead.build(),
    ...(actions.length > 0 && { actions: actions.map((it) => it.build()) }),
  };
  return { api, body };
}

interface ObjectBuilder {
  set(path: string, value: unknown): void;
  build(): Record<string, unknown>;
}

/** Builds a lead or an action. Names of fields may contain dots, so only `fields.` is read as a path. */
function createBuilder(): ObjectBuilder {
  const own = new Map<string, unknown>();
  const fields = new Map<string, unknown>();
  return {
    set(path, value) {
      const [, name] = /^fields\.(.*)$/.exec(path) ?? [];
      if (name === undefined) own.set(path, value);
      else fields.set(name, value);
    },
    build: () =>
      Object.fromEntries([
        ...own,
        ...(fields.size > 0 ? [['fields', Object.fromEntries(fields)] as const] : []),
      ]),
  };
}
