import type { Variants } from '@telecrm/workspace';
import type { ApiResponse } from '../http/api-response.ts';

/** Observed responses to an accepted lead. Only the keys of `outcome` are known, not which values it has. */
const observed: Record<Exclude<NonNullable<Variants['acknowledgement']>, 'queued'>, ApiResponse> = {
  text: { status: 200, raw: { text: 'OK', contentType: 'text/plain; charset=utf-8' } },
  result: { status: 200, body: { result: 'Accepted' } },
  outcome: {
    status: 200,
    body: { status: 'SUCCESS', modifiedLeadIds: [], errorString: '', uniqueIdentifier: 'phone' },
  },
  empty: { status: 200 },
  noContent: { status: 204 },
};

/** Replaces the documented response to an accepted lead by the one that the workspace is set to. */
export function acknowledge(
  documented: ApiResponse,
  { acknowledgement = 'queued' }: Variants,
): ApiResponse {
  return acknowledgement === 'queued' ? documented : observed[acknowledgement];
}
