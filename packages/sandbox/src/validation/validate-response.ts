import type { Operation } from '../operations/operation.ts';
import { validators } from './compiled.ts';

/** The violation of the spec by a response: path and rule, without the value. `undefined` if it is valid. */
export function responseProblem(
  { responses }: Operation<string>,
  status: number,
  body: unknown,
): string | undefined {
  const name = responses[status] ?? responses[`${Math.floor(status / 100)}XX`];
  if (name === undefined) return `the status ${status} is not documented`;
  if (name === '') {
    return body === undefined ? undefined : `the status ${status} is documented without a body`;
  }
  const validate = validators.responses[name];
  if (validate === undefined) throw new Error(`There is no validator ${name}`);
  if (body !== undefined && validate(body)) return undefined;
  const [error] = validate.errors ?? [];
  const path = `response${(error?.instancePath ?? '').replaceAll('/', '.')}`;
  return `${path} breaks the rule ${error?.keyword ?? 'type'}`;
}
