import type { RequestSchema } from '../validation/request-schema.ts';

/** The two APIs of telecrm. */
export type ApiName = 'sync' | 'async';

/**
 * Both APIs, in display order.
 *
 * @example
 * ```ts
 * import { apiNames, facts } from '@telecrm/sandbox/adapter';
 *
 * for (const api of apiNames) console.log(api, facts.basePaths[api]);
 * ```
 */
export const apiNames: readonly ApiName[] = ['sync', 'async'];

/** One operation of either API, or of the control surface. */
export interface Operation<Api extends string = ApiName> {
  readonly api: Api;
  readonly id: string;
  /** In upper case. */
  readonly method: string;
  /** The full path, including `base`: `/autoupdate/v2/enterprise/{enterpriseId}/lead`. */
  readonly path: string;
  readonly base: string;
  readonly body?: { readonly required: boolean; readonly schema: RequestSchema };
  /** The declared query parameters. */
  readonly queryNames: readonly string[];
  /** The query parameters that are ignored unless another one is `true`. */
  readonly optionalPaging?: { readonly when: string; readonly names: readonly string[] };
  readonly success: { readonly status: number; readonly example?: unknown };
  /** The name of the validator of each documented response by status; empty for a response without a body. */
  readonly responses: Readonly<Record<string, string>>;
  readonly errors: readonly ErrorExample[];
}

/** A named example of an error response. */
export interface ErrorExample {
  /** As in the spec: `400`, `5XX`. */
  readonly status: string;
  /** The paths of a request whose invalid value causes this response: `query.limit`. */
  readonly violates?: readonly string[];
  readonly value: unknown;
}

/** The name of the parameter in a path segment: `leadId` for `{leadId}`, `undefined` for `lead`. */
export function parameterName(step: string): string | undefined {
  return /^\{(.+)\}$/.exec(step)?.[1];
}
