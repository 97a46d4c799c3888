// The package has no types. This declares the functions that are used.
declare module '@usebruno/lang' {
  export interface BrunoPair {
    name: string;
    value: string;
    enabled: boolean;
    type?: string;
  }

  export interface BrunoRequest {
    meta: { name: string; type: string; seq: number | string };
    http: { method: string; url: string; body: string; auth: string };
    params?: BrunoPair[];
    body?: { json: string };
    docs?: string;
  }

  export interface BrunoCollection {
    auth: { mode: string; bearer: { token: string } };
  }

  export function jsonToBruV2(request: BrunoRequest): string;
  export function bruToJsonV2(text: string): BrunoRequest;
  export function envJsonToBruV2(environment: { variables: BrunoPair[] }): string;
  export function bruToEnvJsonV2(text: string): { variables: BrunoPair[] };
  export function jsonToCollectionBru(collection: BrunoCollection): string;
  export function collectionBruToJson(text: string): BrunoCollection;
}
