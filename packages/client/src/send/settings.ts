import { assertArgument, assertAtLeast } from '../arguments/assert-argument.ts';
import type { CallOptions, ClientOptions } from '../clients/options.ts';
import { isObject } from '../request/body.ts';

/** The settings of a call: its own options override those of the client, which override the defaults. */
export interface SendSettings {
  readonly attemptTimeoutMs: number;
  readonly totalTimeoutMs: number;
  readonly maxAttempts: number;
  readonly backoffMs: number;
  readonly maxWaitMs: number;
  readonly maxResponseBytes: number;
}

/** Throws if one of them is invalid. */
export function sendSettings(client: ClientOptions, call: CallOptions): SendSettings {
  for (const { retry } of [client, call]) {
    assertArgument(
      isObject(retry ?? {}),
      'retry must be an object such as { maxAttempts: 1 }',
      retry,
    );
  }
  const {
    maxAttempts = 3,
    backoffMs = 500,
    maxWaitMs = 60_000,
  } = { ...client.retry, ...call.retry };
  const settings = {
    attemptTimeoutMs: call.attemptTimeoutMs ?? client.attemptTimeoutMs ?? 30_000,
    totalTimeoutMs: call.totalTimeoutMs ?? client.totalTimeoutMs ?? Infinity,
    maxAttempts,
    backoffMs,
    maxWaitMs,
    maxResponseBytes: client.maxResponseBytes ?? 2 ** 24,
  };
  assertAtLeast(0, settings);
  return settings;
}
