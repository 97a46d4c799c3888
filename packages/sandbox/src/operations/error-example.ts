import type { ErrorExample, Operation } from './operation.ts';

/** The example of an error with this status, or with its class, such as `5XX`. */
export function exampleOfStatus(
  { errors }: Operation<string>,
  status: number,
): ErrorExample | undefined {
  const statuses = [`${status}`, `${Math.floor(status / 100)}XX`];
  return errors.find((example) => statuses.includes(example.status));
}

/** The example of an error with this code. */
export function exampleOfCode(
  { errors }: Operation<string>,
  code: string,
): ErrorExample | undefined {
  return errors.find(({ value }) => codeOf(value) === code);
}

function codeOf(body: unknown): unknown {
  // The value of an example may be any JSON.
  return (body as { error?: { code?: unknown } } | null)?.error?.code;
}
