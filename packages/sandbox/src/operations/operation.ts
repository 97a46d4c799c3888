import type { RequestSchema } from '../validation/request-schema.ts';

/** The two APIs of telecrm. */
export type ApiName = 'sync' | 'async';

/** Both APIs, in the order in which they are shown. */
export const apiNames: readonly ApiName[] = ['sync', 'async'];

/** One operation of either API, or of the control surface. */
export interface Operation<Api extends string = ApiName> {
  readonly api: Api;
  readonly id: string;
  /** In upper case. */
  readonly method: string;
  /** The path that callers use, `base` included: `/autoupdate/v2/enterprise/{enterpriseId}/lead`. */
  readonly path: string;
  readonly base: string;
  readonly body?: { readonly required: boolean; readonly schema: RequestSchema };
  /** The query parameters that it declares. */
  readonly queryNames: readonly string[];
  /** The query parameters that are ignored unless another one is `true`. */
  readonly optionalPaging?: { readonly when: string; readonly names: readonly string[] };
  readonly success: { readonly status: number; readonly example?: unknown };
  /** The name of each documented response's validator by status; empty where the response has no body. */
  readonly responses: Readonly<Record<string, string>>;
  readonly errors: readonly ErrorExample[];
}

/** A named example of an error response. */
export interface ErrorExample {
  /** As the spec writes it: `400`, `5XX`. */
  readonly status: string;
  /** The places of a request whose wrong value this response answers: `query.limit`. */
  readonly violates?: readonly string[];
  readonly value: unknown;
}

/** The name of a parameter in a step of a path: `leadId` of `{leadId}`, nothing of `lead`. */
export function parameterName(step: string): string | undefined {
  return /^\{(.+)\}$/.exec(step)?.[1];
}
