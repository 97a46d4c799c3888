import type { Fault } from '../api/types.ts';

/** Failures that every integration should handle. */
export const presets: readonly { readonly label: string; readonly fault: Fault }[] = [
  { label: '429 once', fault: { status: 429, times: 1, retryAfterSeconds: 1 } },
  { label: '503 twice', fault: { status: 503, times: 2, retryAfterSeconds: 1 } },
  { label: 'Closed before processing', fault: { drop: 'before', times: 1 } },
  { label: 'Closed after processing', fault: { drop: 'after', times: 1 } },
  { label: 'Delayed by five seconds', fault: { delayMs: 5000, times: 1 } },
];
