import { type Answer, errorFrom, parse } from './answer.ts';
import type { Operation } from './operation.ts';

/**
 * What the Async API said on taking a lead. Not everything that confirms is the documented
 * `{ "status": "QUEUED" }`: real addresses have sent `OK`, `{ "result": "Accepted" }`, an empty
 * body and more. All of them resolve, because the lead was taken; `documented` says which it is.
 */
export type Acknowledgement =
  | {
      /** The documented confirmation: the lead is in the queue. */
      status: 'QUEUED';
      documented: true;
      /** The body as it came. */
      raw: unknown;
    }
  | {
      /** The `status` in the body, if there is one. */
      status: string | undefined;
      /** The answer was a 2xx, but not the documented one. An HTML page is a wrong base URL. */
      documented: false;
      /** The body as it came: parsed JSON, text, or `''` when it was empty. */
      raw: unknown;
    };

/** Reads a 2xx of the Async API. One that reports a failure in its body is an error all the same. */
export function acknowledge(
  text: string | undefined,
  response: Response,
  operation: Operation,
): Acknowledgement {
  const raw = parse(text);
  const { status, error, errorString, message } = typeof raw === 'object' ? (raw ?? {}) : {};
  if (status === 'QUEUED') return { status, documented: true, raw };
  if (error || /error|fail|reject|invalid/i.test(`${status}`)) {
    // The envelope of an error, or what older addresses send in its place.
    const told = typeof error === 'object' ? error : { message: `${error || errorString || message || status}` };
    throw errorFrom(response, { ...(raw as Answer), error: told }, operation, 'NOT_ACCEPTED');
  }
  return { status: typeof status === 'string' ? status : undefined, documented: false, raw };
}
