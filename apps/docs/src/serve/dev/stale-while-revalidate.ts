import type { RedocParts } from '../../redoc/parts.ts';
import { documentForRedoc, renderRedoc } from '../../redoc/render.ts';

/**
 * Caches Redoc's pages, because Redoc takes longer than the rest of the build. If a page has changed, the previous version
 * is returned while the new one is rendered in the background.
 *
 * @param onReady - Called when a new version is available.
 * @param getSignal - Returns the signal that aborts a rendering that is no longer needed.
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
