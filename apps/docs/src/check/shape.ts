import type { ApiName, ResolvedDefinition } from '@telecrm/workspace';
import { jsonTypeOf, sampleFor } from './samples.ts';

/** The fragment of a link to a payload: its API, and names and JSON types without any value. */
export function shapeFragment(body: unknown, api: ApiName): string {
  const parts: [string, string][] = [['api', api]];
  const visit = (value: unknown, path: string): void => {
    const type = jsonTypeOf(value);
    const isOpen = type === 'object' || (Array.isArray(value) && path === 'actions');
    if (isOpen) {
      const children = Object.entries(value as object);
      if (children.length === 0 && path !== '') parts.push([path, type]);
      for (const [key, child] of children) {
        visit(child, Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key);
      }
    } else if (path !== '') parts.push([path, isCode(path, value) ? `=${String(value)}` : type]);
  };
  visit(body, '');
  return String(new URLSearchParams(parts));
}

/** The type of an action says which form it has, and names nobody. */
function isCode(path: string, value: unknown): boolean {
  return (
    /^actions\[\d+\]\.type$/.test(path) &&
    /^(?:ACTION_)?\d{1,6}$|^[A-Z_]{1,30}$/.test(String(value))
  );
}

/** A body of the shape that a fragment tells, with made-up values. */
export function bodyOfShape(
  fragment: string,
  definition: ResolvedDefinition,
): { api: ApiName; body: unknown } | undefined {
  const parts = [...new URLSearchParams(fragment.replace(/^#/, ''))];
  const api = parts.find(([name]) => name === 'api')?.[1];
  if (api !== 'async' && api !== 'sync') return undefined;
  const lead = createPart();
  const actions: Part[] = [];
  for (const [path, type] of parts) {
    if (path === 'api') continue;
    const value = type.startsWith('=') ? type.slice(1) : sampleFor(path, type, definition);
    const [, index, ofAction] = /^actions\[(\d{1,2})\](?:\.(.*))?$/.exec(path) ?? [];
    if (index === undefined) {
      lead.put(path, value);
      continue;
    }
    while (actions.length <= Number(index)) actions.push(createPart());
    if (ofAction !== undefined) actions[Number(index)]?.put(ofAction, value);
  }
  const body = {
    ...lead.value(),
    ...(actions.length > 0 && { actions: actions.map((it) => it.value()) }),
  };
  return { api, body };
}

interface Part {
  put(path: string, value: unknown): void;
  value(): Record<string, unknown>;
}

/** A lead or an action. Names of its fields may hold dots, so only `fields` is a step of a path. */
function createPart(): Part {
  const own = new Map<string, unknown>();
  const fields = new Map<string, unknown>();
  return {
    put(path, value) {
      const [, name] = /^fields\.(.*)$/.exec(path) ?? [];
      if (name === undefined) own.set(path, value);
      else fields.set(name, value);
    },
    value: () =>
      Object.fromEntries([
        ...own,
        ...(fields.size > 0 ? [['fields', Object.fromEntries(fields)] as const] : []),
      ]),
  };
}
