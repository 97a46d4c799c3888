import { fileURLToPath } from 'node:url';

/**
 * The path of a bundle on disk: one self-contained OpenAPI 3.1 document, for tools that want a file.
 *
 * To import a bundle instead, use `@telecrm/spec/sync.json` or `@telecrm/spec/async.json`.
 *
 * @param api The API that the bundle describes.
 * @param format The format of the bundle; JSON by default.
 * @returns An absolute path.
 *
 * @example
 * ```ts
 * import { bundlePath } from '@telecrm/spec/files';
 *
 * console.log(bundlePath('sync', 'yaml'));
 * ```
 */
export function bundlePath(api: 'async' | 'sync', format: 'json' | 'yaml' = 'json'): string {
  return fileURLToPath(new URL(`./${api}.${format}`, import.meta.url));
}
