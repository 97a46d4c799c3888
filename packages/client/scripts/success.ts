import type { JsonContent, Operation } from '@telecrm/spec/model';

/** The JSON that an operation answers with when it succeeds. */
export function successOf({ id, responses }: Operation): JsonContent & { status: string } {
  const [success, ...others] = responses.filter(({ status }) => status.startsWith('2'));
  if (!success?.content || others.length > 0) {
    throw new Error(`${id}: a method resolves with the JSON of one success, and it has not one`);
  }
  return { ...success.content, status: success.status };
}
