import { maskValue } from '../errors/mask.ts';
import { responseError, unexpected } from '../errors/response-error.ts';
import { describeBody, keyOf, parseBody } from '../request/body.ts';
import type { Operation } from '../request/operation.ts';
import type { ApiResponse } from '../send/send.ts';

/**
 * The response of the Async API to an accepted lead. It is not always the documented
 * `{ "status": "QUEUED" }`: servers have also sent `OK`, `{ "result": "Accepted" }`, an empty body
 * and similar ones. These resolve as well, because the lead was accepted; `documented` tells them apart. Any
 * other 2xx is an error: `NOT_ACCEPTED` if it reports a failure, otherwise `UNEXPECTED_ANSWER`.
 */
export type Acknowledgement =
  | {
      /** The documented confirmation: the lead is in the queue. */
      readonly status: 'QUEUED';
      readonly documented: true;
      /** The body as received. */
      readonly raw: unknown;
    }
  | {
      /** The `status` in the body, if there is one. */
      readonly status: string | undefined;
      /** A confirmation that was observed but is not documented. */
      readonly documented: false;
      /** The body as received: parsed JSON, text, or `''` if it was empty. */
      readonly raw: unknown;
    };

/** Words that confirm, as the whole body or under one of {@link confirmingKeys}. */
const confirmation =
  /^\W*(ok|queued|accepted|success|successful|received|done|created|updated)\W*$/i;
const confirmingKeys = ['status', 'result', 'message'];
const failure = /error|fail|reject|invalid|denied/i;
const outcomeKeys = ['status', 'result'];

/** Reads a 2xx of the Async API. */
export function readAcknowledgement(api: ApiResponse, operation: Operation): Acknowledgement {
  const raw = maskValue(parseBody(api.text), api.mask);
  const status = keyOf(raw, 'status');
  const reason = failureIn(raw);
  if (reason !== undefined) {
    throw responseError(api, operation, { code: 'NOT_ACCEPTED', message: reason });
  }
  if (status === 'QUEUED') return { status, documented: true, raw };
  if (!confirms(raw)) {
    throw responseError(api, operation, unexpected(api.response, describeBody(api.text)));
  }
  return { status: typeof status === 'string' ? status : undefined, documented: false, raw };
}

/** The message of a body that reports a failure: an error envelope, or what older servers send. */
function failureIn(body: unknown): string | undefined {
  const [error, errorString, message] = ['error', 'errorString', 'message'].map((key) =>
    keyOf(body, key),
  );
  const outcomes = outcomeKeys.map((key) => keyOf(body, key));
  const denied = ['success', 'ok'].some((key) => /^false$/i.test(`${keyOf(body, key)}`));
  const failed = outcomes.some((word) => typeof word === 'string' && failure.test(word));
  if (!error && !errorString && !denied && !failed) return undefined;
  const words = [error, errorString, message, ...outcomes].find(
    (text) => typeof text === 'string' && text !== '',
  );
  return words === undefined ? 'it was not accepted' : String(words);
}

function confirms(body: unknown): boolean {
  if (typeof body === 'string') return body.trim() === '' || confirmation.test(body);
  if (keyOf(body, 'success') === true || keyOf(body, 'ok') === true) return true;
  return confirmingKeys.some((key) => {
    const word = keyOf(body, key);
    return typeof word === 'string' && confirmation.test(word);
  });
}
