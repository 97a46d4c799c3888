import { type ApiName, sandbox } from './sandbox.ts';

/** Whether an Authorization header opens this API: the other API's token does not. */
export function opens(api: ApiName, authorization: string | undefined): boolean {
  const [, token] = /^Bearer +(\S+) *$/i.exec(authorization ?? '') ?? [];
  return token === sandbox.tokens[api];
}
