import { type ApiResponse, errorResponse } from '../http/api-response.ts';
import type { Operation } from '../operations/operation.ts';
import type { Prefer } from './prefer.ts';

/** A request whose response is an example of the spec. */
export interface ExampleRequest {
  readonly body: unknown;
}

/** The documented response that a request prefers. */
export interface ExampleChoice {
  /** The status, if the request states one. */
  readonly status?: number;
  respond(request: ExampleRequest): Promise<ApiResponse>;
}

/** Responds with examples of the spec, without a workspace. */
export interface ExampleSource {
  /** Finds the preferred response, or the reason why it does not exist. */
  choose(
    operation: Operation,
    prefer: Prefer | undefined,
  ): Promise<ExampleChoice | { problem: string }>;
}

/** Used if a sandbox has no source of examples. */
export const noExamples: ExampleSource = {
  async choose() {
    return {
      status: 400,
      respond: async () =>
        errorResponse(
          501,
          'NOT_IMPLEMENTED',
          'The Prefer header needs the sandbox server: start @telecrm/mock, or leave the header out.',
        ),
    };
  },
};
