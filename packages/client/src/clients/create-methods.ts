import { assertOptions } from '../arguments/assert-argument.ts';
import { callError } from '../errors/call-error.ts';
import { responseError } from '../errors/response-error.ts';
import { TelecrmError } from '../errors/telecrm-error.ts';
import { withPages } from '../paging/with-pages.ts';
import type { Operation } from '../request/operation.ts';
import { buildRequest, type Input } from '../request/request.ts';
import type { Result, ResultMethods } from '../results/result.ts';
import { rememberSentBody } from '../results/sent-bodies.ts';
import type { ApiResponse } from '../send/send.ts';
import type { CallOptions } from './options.ts';
import type { Transport } from './transport.ts';

/** Converts a 2xx response to the result of a method. Throws if the response is not a success. */
export type ReadResponse = (response: ApiResponse, operation: Operation) => object;

type Method = (input?: Input, options?: CallOptions) => Promise<unknown>;

/** Creates the methods of one API, and those under `try`. */
export function createMethods<Methods>(
  operations: readonly Operation[],
  { send, defaults }: Transport,
  readResponse: ReadResponse,
): Methods & { try: ResultMethods<Methods> } {
  /** Carries out one call. Never rejects. */
  async function call(
    operation: Operation,
    input: Input = {},
    options: CallOptions = {},
  ): Promise<Result<object>> {
    try {
      assertOptions(options);
      const request = buildRequest(operation, input, options, defaults);
      const response = await send(request, options);
      if (!response.response.ok) throw responseError(response, operation);
      const data = readResponse(response, operation);
      rememberSentBody(data, input.body);
      return { ok: true, data, response: response.response };
    } catch (cause) {
      const error =
        cause instanceof TelecrmError
          ? cause
          : callError({ operationId: operation.id, code: 'NOT_SENT', cause });
      return { ok: false, error };
    }
  }

  const methods: Record<string, Method> = {};
  const resultMethods: Record<string, Method> = {};
  for (const operation of operations) {
    const method: Method = async (input, options) => {
      const result = await call(operation, input, options);
      if (result.ok) return result.data;
      throw result.error;
    };
    methods[operation.id] = withPages(method, operation);
    resultMethods[operation.id] = (input, options) => call(operation, input, options);
  }
  // The operations and the types of the methods are generated from the same spec.
  return { ...methods, try: resultMethods } as Methods & { try: ResultMethods<Methods> };
}
