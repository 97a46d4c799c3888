import { createAsyncHttp, createSyncHttp } from '@telecrm/client/http';
import { defaultCredentials } from '@telecrm/mock';
import { type ApiName, type ApiOperation, requestBodies } from './operations.ts';
import { tokens as sandboxTokens } from './tokens.ts';

/** The values of one call. */
export interface Request {
  path: Record<string, unknown>;
  query: Record<string, unknown>;
  /** `undefined` sends no body. */
  body: unknown;
}

/** The response as the client parsed it. */
export interface Outcome {
  status: number;
  headers: Headers;
  data: unknown;
  error: unknown;
}

/** A call made from the spec's examples: every path parameter, no query, the first request example. */
export function exampleRequest(operation: ApiOperation): Request {
  const inPath = operation.parameters.filter((parameter) => parameter.in === 'path');
  return {
    path: Object.fromEntries(inPath.map(({ name, example }) => [name, example])),
    query: {},
    body: requestBodies(operation)[0],
  };
}

/** Makes calls through the published client, to the mock at `baseUrls`. */
export function caller(baseUrls: Record<ApiName, string>, tokens = sandboxTokens) {
  const { enterpriseId } = defaultCredentials;
  // Every response is returned unchanged, even one that asks to wait a minute.
  const retry = { maxAttempts: 1 };
  const sync = createSyncHttp({
    enterpriseId,
    token: tokens.sync,
    baseUrl: baseUrls.sync,
    retry,
  });
  const async = createAsyncHttp({
    enterpriseId,
    token: tokens.async,
    baseUrl: baseUrls.async,
    retry,
  });

  return async function call(
    operation: ApiOperation,
    request: Request,
    headers: Record<string, string> = {},
  ): Promise<Outcome> {
    const { enterpriseId: _, ...path } = request.path;
    const init = {
      params: { path, query: request.query },
      headers,
      ...(request.body === undefined ? {} : { body: request.body }),
    };
    // The operation is known only at run time, so the client's types do not apply here.
    const http = (operation.api === 'sync' ? sync : async) as unknown as UntypedHttp;
    const { response, data, error } = await http.request(operation.method, operation.path, init);
    return { status: response.status, headers: response.headers, data, error };
  };
}

interface UntypedHttp {
  request(
    method: string,
    path: string,
    init: object,
  ): Promise<{ response: Response; data?: unknown; error?: unknown }>;
}
