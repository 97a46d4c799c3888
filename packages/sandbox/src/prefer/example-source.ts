import { type ApiResponse, errorResponse } from '../http/api-response.ts';
import type { Operation } from '../operations/operation.ts';
import type { Prefer } from './prefer.ts';

/** A request that is answered from the examples of the spec. */
export interface ExampleRequest {
  readonly body: unknown;
}

/** A documented response that a call has asked for. */
export interface ExampleChoice {
  /** The status, where the call has named one. */
  readonly status?: number;
  respond(request: ExampleRequest): Promise<ApiResponse>;
}

/** Answers calls from the examples of the spec, without a workspace. */
export interface ExampleSource {
  /** What a call asks for, or why there is no such response. */
  choose(
    operation: Operation,
    prefer: Prefer | undefined,
  ): Promise<ExampleChoice | { problem: string }>;
}

/** Where no source of examples is at hand. */
export const noExamples: ExampleSource = {
  async choose() {
    return {
      status: 400,
      respond: async () =>
        errorResponse(
          501,
          'NOT_IMPLEMENTED',
          'Prefer is answered by the sandbox as a server: start @telecrm/mock, or leave the header out.',
        ),
    };
  },
};
