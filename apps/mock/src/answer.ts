import type { IHttpRequest } from '@stoplight/prism-http';
import { complaintsOf } from './complaints.ts';
import type { MockResponse } from './envelope.ts';
import type { Operation } from './operations.ts';
import type { Preference } from './prefer.ts';
import { refuse } from './refusal.ts';
import { sentence } from './words.ts';
import type { Tenant } from './workspaces/tenant.ts';

/** A request that has been routed, let in and parsed. */
export interface MockRequest extends IHttpRequest {
  params: Record<string, string>;
  preference?: Preference;
  /** The workspace that answers; without one the spec's examples do. */
  tenant?: Tenant;
  /** What the body weighs, in bytes. */
  size: number;
  /** What breaks the spec, in the request or in the answer. To be added to; for whoever looks at recent calls. */
  notes: string[];
}

/** One complaint of Prism's validation. */
export interface Violation {
  path?: string[];
  code?: string | number;
  message: string;
}

/** Answers a request, wrong ones included; with `'from-examples'` Prism answers from the spec. */
export type Answer = (call: {
  operation: Operation<string>;
  request: MockRequest;
  violations: readonly Violation[];
}) => MockResponse | 'from-examples' | Promise<MockResponse | 'from-examples'>;

/** Refuses what breaks the spec, and leaves the rest to the spec's examples. */
export const answerFromSpec: Answer = ({ operation, request, violations }) => {
  const complaints = complaintsOf(operation.resource, request, violations);
  request.notes.push(...complaints.slice(0, 5).map(sentence));
  // Whoever asks for a 400 by name gets that one, be the request wrong or not.
  if (complaints.length === 0 || request.preference?.code === 400) return 'from-examples';
  return refuse(operation, complaints);
};
