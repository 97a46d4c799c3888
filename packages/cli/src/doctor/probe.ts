import { createAsyncClient, createSyncClient, type TelecrmError } from '@telecrm/client';
import type { Environment } from '../connection/environment.ts';

export type ApiType = 'Sync' | 'Async';

/** The response of an API to a token. */
export interface Probe {
  /** `limited`: too many requests. `other`: there is a response, but not one of telecrm's API. */
  readonly result: 'accepted' | 'rejected' | 'limited' | 'unreachable' | 'other';
  readonly status?: number | undefined;
  /** The message of the API or of the network error. */
  readonly message: string;
  /** The enterprise of a Sync token. */
  readonly enterpriseId?: string;
  /** The clock of the server, in Unix milliseconds. */
  readonly serverTime?: number | undefined;
}

/**
 * Tests a token with a call. For Sync, it reads the metadata of the enterprise. The Async API has no reads, so a lead
 * without any field is sent, which telecrm ignores.
 */
export async function probe(
  type: ApiType,
  env: Environment,
  token: string,
  signal: AbortSignal,
): Promise<Probe> {
  const url = env[`TELECRM_${type.toUpperCase()}_URL`];
  const options = {
    ...{ enterpriseId: env.TELECRM_ENTERPRISE_ID ?? '', token, timeoutMs: 15_000 },
    ...{ retry: { maxAttempts: 2 }, ...(url && { baseUrl: url }) },
  };
  if (type === 'Sync') {
    const result = await createSyncClient(options).try.getEnterpriseMetadata({}, { signal });
    if (!result.ok) return failed(result.error);
    const { data, response } = result;
    return { ...accepted(response.headers), enterpriseId: data.id };
  }
  const result = await createAsyncClient(options).try.createOrUpdateLead(
    { body: { fields: {} } },
    { signal },
  );
  if (result.ok) return accepted(result.response.headers);
  // An API that rejects the lead has accepted the token.
  return result.error.status === 400 ? accepted(result.error.headers) : failed(result.error);
}

function accepted(headers: Headers | undefined): Probe {
  return { result: 'accepted', message: 'accepted', serverTime: timeOf(headers) };
}

function failed({ status, code, message, headers }: TelecrmError): Probe {
  const known = { status, message, serverTime: timeOf(headers) };
  if (status === 401 || status === 403) return { ...known, result: 'rejected' };
  if (status === 429) return { ...known, result: 'limited' };
  const isOther = code === 'UNEXPECTED_ANSWER' || (status !== undefined && status < 500);
  return { ...known, result: isOther ? 'other' : 'unreachable' };
}

function timeOf(headers: Headers | undefined): number | undefined {
  const time = Date.parse(headers?.get('date') ?? '');
  return Number.isNaN(time) ? undefined : time;
}
