import type { ResponseOrCut, RoutedOperation } from '@telecrm/sandbox/adapter';

/** Data about a completed request. It contains no value from the caller except the method. */
export interface RequestRecord {
  readonly method: string;
  /** `async`, `sync`, `control` or `probe`; `none` if the request matched no operation, or was rejected unread. */
  readonly api: string;
  readonly operation: string;
  /** `undefined` if a fault cut the connection. */
  readonly status: number | undefined;
  readonly durationMs: number;
}

/** A request in progress. */
export interface OpenRecord {
  /** Called with the operation of the request. */
  onRouted(operation: RoutedOperation): void;
  /** Returns the data about the request once it is completed. */
  end(response: ResponseOrCut): RequestRecord;
}

export function beginRecord(method: string): OpenRecord {
  const began = performance.now();
  let routed: RoutedOperation = { api: 'none', id: 'none' };
  return {
    onRouted(operation) {
      routed = operation;
    },
    end: (response) => ({
      method,
      api: routed.api,
      operation: routed.id,
      status: response === 'cut' ? undefined : response.status,
      durationMs: performance.now() - began,
    }),
  };
}
