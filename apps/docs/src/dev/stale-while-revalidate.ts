import type { RedocParts } from '../redoc/parts.ts';
import { documentForRedoc, renderRedoc } from '../redoc/render.ts';

/**
 * Redoc takes longer than all the rest: a page that it rendered before is served until the new one is ready, which
 * `onReady` announces. `getSignal` gives the signal that aborts a render which nobody needs any more.
 */
export function staleWhileRevalidate(
  onReady: () => void,
  getSignal: () => AbortSignal,
): typeof renderRedoc {
  const rendered = new Map<string, { input: string; parts: RedocParts }>();
  const rendering = new Map<string, AbortSignal>();
  return async (api, guides, scripts) => {
    const input = JSON.stringify(documentForRedoc(api, guides));
    const last = rendered.get(api.name);
    if (last?.input === input) return last.parts;
    if (last && rendering.get(input)?.aborted === false) return last.parts;
    const signal = getSignal();
    const render = renderRedoc(api, guides, scripts, signal).then((parts) => {
      rendered.set(api.name, { input, parts });
      return parts;
    });
    if (!last) return render;
    rendering.set(input, signal);
    render
      .then(onReady, () => undefined)
      .finally(() => rendering.get(input) === signal && rendering.delete(input));
    return last.parts;
  };
}
