import type { IHttpRequest } from '@stoplight/prism-http';
import { complaintsOf } from './complaints.ts';
import type { MockResponse } from './envelope.ts';
import type { Operation } from './operations.ts';
import type { Preference } from './prefer.ts';
import { refuse } from './refusal.ts';

/** A request that has been routed, let in and parsed. */
export interface MockRequest extends IHttpRequest {
  params: Record<string, string>;
  preference?: Preference;
}

/** One complaint of Prism's validation. */
export interface Violation {
  path?: string[];
  code?: string | number;
  message: string;
}

/**
 * Answers a request, wrong ones included; with `'from-examples'` Prism answers from the spec.
 * This is the place where something that keeps state can plug in.
 */
export type Answer = (call: {
  operation: Operation;
  request: MockRequest;
  violations: readonly Violation[];
}) => MockResponse | 'from-examples' | Promise<MockResponse | 'from-examples'>;

/** Refuses what breaks the spec, and leaves the rest to the spec's examples. */
export const answerFromSpec: Answer = ({ operation, request, violations }) => {
  const complaints = complaintsOf(operation, request, violations);
  // Whoever asks for a 400 by name gets that one, be the request wrong or not.
  if (complaints.length === 0 || request.preference?.code === 400) return 'from-examples';
  return refuse(operation, complaints);
};
