import type { Answer, RoutedOperation } from '@telecrm/sandbox/adapter';

/** What is known of a request that has been answered. It holds nothing that the caller has sent but the method. */
export interface RequestRecord {
  readonly method: string;
  /** `async`, `sync`, `control` or `probe`; `none` when the request was for no operation, or refused unread. */
  readonly api: string;
  readonly operation: string;
  /** `undefined` when a fault cut the connection. */
  readonly status: number | undefined;
  readonly durationMs: number;
}

/** A request that is being answered. */
export interface OpenRecord {
  /** Is told which operation the request is for. */
  onRouted(operation: RoutedOperation): void;
  /** What is known of the request, now that there is an answer. */
  end(answer: Answer): RequestRecord;
}

export function beginRecord(method: string): OpenRecord {
  const began = performance.now();
  let routed: RoutedOperation = { api: 'none', id: 'none' };
  return {
    onRouted(operation) {
      routed = operation;
    },
    end: (answer) => ({
      method,
      api: routed.api,
      operation: routed.id,
      status: answer === 'cut' ? undefined : answer.status,
      durationMs: performance.now() - began,
    }),
  };
}
