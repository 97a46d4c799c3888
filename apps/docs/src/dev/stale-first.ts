import type { ReferenceParts } from '../reference/parts.ts';
import { forRedoc, readReference } from '../reference/reference.ts';

/**
 * Redoc takes longer to draw than all else: what it drew before is good enough until it has drawn anew, which `ready`
 * then tells.
 */
export function staleFirst(ready: () => void): typeof readReference {
  const drawn = new Map<string, { of: string; parts: ReferenceParts }>();
  const drawing = new Set<string>();
  return async (api, apis, guides, script) => {
    const of = JSON.stringify(forRedoc(api, apis, guides));
    const last = drawn.get(api.slug);
    if (last?.of === of) return last.parts;
    const draw = readReference(api, apis, guides, script).then((parts) => {
      drawn.set(api.slug, { of, parts });
      return parts;
    });
    if (!last) return draw;
    if (!drawing.has(of)) {
      drawing.add(of);
      draw.then(ready, () => undefined).finally(() => drawing.delete(of));
    }
    return last.parts;
  };
}
