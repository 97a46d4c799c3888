import type { IncomingHttpHeaders } from 'node:http';

/** A response that only has to be written. */
export interface PreparedResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly content: string | readonly Uint8Array[] | undefined;
}

/** The settings of the thread. */
export interface HealthThreadData {
  readonly port: number;
  readonly host: string;
  /** Its number changes while the event loop of the main thread is running. */
  readonly beat: Int32Array;
  /** The time without a change after which the main thread counts as blocked, in milliseconds. */
  readonly staleMs: number;
}

/** A request that the thread passes to the main thread. */
export interface RelayedRequest {
  readonly id: number;
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** The address of the client. */
  readonly address: string;
}

export type ToMain =
  | RelayedRequest
  /** It responds with what was prepared last. */
  | { readonly isUpdated: true }
  /** It listens on this port. */
  | { readonly port: number }
  /** The properties of the error that prevents it. */
  | { readonly failure: { readonly message: string } };

export type ToThread =
  /** The responses to `GET` by path. */
  | { readonly prepared: Readonly<Record<string, PreparedResponse>> }
  /** The response to a relayed request; without it, the connection is closed. */
  | { readonly id: number; readonly response: PreparedResponse | undefined };
