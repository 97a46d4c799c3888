import type { CallOptions, ClientOptions } from '../clients/options.ts';

/** The settings of a call: its own options override those of the client, which override the defaults. */
export interface SendSettings {
  readonly attemptTimeoutMs: number;
  readonly totalTimeoutMs: number;
  readonly maxAttempts: number;
  readonly backoffMs: number;
  readonly maxWaitMs: number;
  readonly maxResponseBytes: number;
}

export function sendSettings(client: ClientOptions, call: CallOptions): SendSettings {
  const {
    maxAttempts = 3,
    backoffMs = 500,
    maxWaitMs = 60_000,
  } = { ...client.retry, ...call.retry };
  return {
    attemptTimeoutMs: call.attemptTimeoutMs ?? client.attemptTimeoutMs ?? 30_000,
    totalTimeoutMs: call.totalTimeoutMs ?? client.totalTimeoutMs ?? Infinity,
    maxAttempts,
    backoffMs,
    maxWaitMs,
    maxResponseBytes: client.maxResponseBytes ?? 2 ** 24,
  };
}
