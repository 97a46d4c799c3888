import type { ApiModel, Operation } from '@telecrm/spec/model';
import { requestsOf, type SampleRequest } from '../samples/requests.ts';

/** A request of a collection: the address and the token are variables of it. */
export interface CollectionRequest {
  operation: Operation;
  name: string;
  request: SampleRequest;
  /** What follows the base URL, without the query. */
  path: string;
  query: [name: string, value: string][];
  /** The documented status of success. */
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

/** The variables of a collection, with the values that fit the sandbox. */
export function variablesOf(api: ApiModel): Record<'baseUrl' | 'enterpriseId' | 'token', string> {
  return {
    baseUrl: api.servers.sandbox,
    enterpriseId: api.sandboxEnterpriseId,
    token: api.sandboxToken,
  };
}
