import { type Api, bundles, type Content, type RawOperation, resolve } from './bundle.ts';

/**
 * `operation status example` for every response of every method and media type in the bundles. Counted apart from
 * `operations`, which knows only the methods and the media type in use today: if the spec outgrows that, the contract
 * fails instead of passing over what is new.
 */
export function everyResponseExample(): string[] {
  return Object.entries(bundles).flatMap(([api, bundle]) =>
    Object.values(bundle.paths)
      .flatMap((item) => Object.values(item))
      .filter(isOperation)
      .flatMap((operation) => examplesOf(api as Api, operation)),
  );
}

function isOperation(value: unknown): value is RawOperation {
  return typeof value === 'object' && value !== null && 'operationId' in value;
}

function examplesOf(api: Api, { operationId, responses }: RawOperation): string[] {
  return Object.entries(responses).flatMap(([status, response]) =>
    Object.values<Content>(resolve(api, response).content)
      .flatMap((content) => Object.keys(content.examples))
      .map((name) => `${operationId} ${status} ${name}`),
  );
}
