import type { JsonContent, Operation } from '@telecrm/spec/model';

/** The JSON of the success response of an operation. */
export function successOf({ id, responses }: Operation): JsonContent & { status: string } {
  const [success, ...others] = responses.filter(({ status }) => status.startsWith('2'));
  if (!success?.content || others.length > 0) {
    throw new Error(`${id}: a method needs exactly one success response, with JSON`);
  }
  return { ...success.content, status: success.status };
}
