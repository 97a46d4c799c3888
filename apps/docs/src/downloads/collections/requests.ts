import type { ApiModel, Operation } from '@telecrm/spec/model';
import { requestsOf, type SampleRequest } from '../../samples/requests.ts';

/** A request of a collection. The base URL, the enterprise ID and the token are variables. */
export interface CollectionRequest {
  operation: Operation;
  name: string;
  request: SampleRequest;
  /** The path after the base URL, without the query. */
  path: string;
  query: [name: string, value: string][];
  /** The documented status of a successful response. */
  status: number;
}

/** The requests of an API, in folders by tag. */
export function foldersOf(api: ApiModel): [tag: string, requests: CollectionRequest[]][] {
  return [...Map.groupBy(api.operations, ({ tag }) => tag)].map(([tag, operations]) => [
    tag,
    operations.flatMap((operation) => requestsFor(api, operation)),
  ]);
}

function requestsFor(api: ApiModel, operation: Operation): CollectionRequest[] {
  const requests = requestsOf(api, operation);
  const success = operation.responses.find(({ status }) => status.startsWith('2'));
  return requests.map((request) => {
    const [path = '', query = ''] = request.path.split('?');
    return {
      operation,
      name: requests.length > 1 ? `${operation.summary}: ${request.summary}` : operation.summary,
      request,
      path: path.replace(api.sandboxEnterpriseId, '{{enterpriseId}}'),
      query: [...new URLSearchParams(query)],
      status: Number(success?.status),
    };
  });
}

/** The variables of a collection, with their values in the sandbox. */
export function variablesOf(api: ApiModel): Record<'baseUrl' | 'enterpriseId' | 'token', string> {
  return {
    baseUrl: api.servers.sandbox,
    enterpriseId: api.sandboxEnterpriseId,
    token: api.sandboxToken,
  };
}
