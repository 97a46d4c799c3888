import asyncDocument from '@telecrm/spec/async.json' with { type: 'json' };
import syncDocument from '@telecrm/spec/sync.json' with { type: 'json' };
import { type ApiModel, type ApiName, readApi } from './api.ts';

let read: Readonly<Record<ApiName, ApiModel>> | undefined;

/**
 * Both APIs, read from the bundles of this package once.
 *
 * @returns The models by the API's name.
 *
 * @example
 * ```ts
 * import { apis } from '@telecrm/spec/model';
 *
 * console.log(apis().sync.operation('createLead').requestBody?.schemaName);
 * ```
 */
export function apis(): Readonly<Record<ApiName, ApiModel>> {
  read ??= { async: readApi(asyncDocument), sync: readApi(syncDocument) };
  return read;
}
