import type { ReferenceParts } from '../reference/parts.ts';
import { forRedoc, readReference } from '../reference/reference.ts';

/**
 * Redoc takes longer to draw than all else: what it drew before is good enough until it has drawn anew, which `ready`
 * then tells. `stop` gives the signal that stops a drawing which nobody needs any more.
 */
export function staleFirst(ready: () => void, stop: () => AbortSignal): typeof readReference {
  const drawn = new Map<string, { of: string; parts: ReferenceParts }>();
  const drawing = new Map<string, AbortSignal>();
  return async (api, apis, guides, script) => {
    const of = JSON.stringify(forRedoc(api, apis, guides));
    const last = drawn.get(api.slug);
    if (last?.of === of) return last.parts;
    if (last && drawing.get(of)?.aborted === false) return last.parts;
    const signal = stop();
    const draw = readReference(api, apis, guides, script, signal).then((parts) => {
      drawn.set(api.slug, { of, parts });
      return parts;
    });
    if (!last) return draw;
    drawing.set(of, signal);
    draw
      .then(ready, () => undefined)
      .finally(() => drawing.get(of) === signal && drawing.delete(of));
    return last.parts;
  };
}
