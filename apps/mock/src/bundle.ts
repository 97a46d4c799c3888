import { readFileSync } from 'node:fs';
import { bundlePath } from '@telecrm/spec/files';
import type { ApiName } from './sandbox.ts';

/** The parts of an OpenAPI document that are read here; the rest is Prism's business. */
export interface Bundle {
  servers: { url: string }[];
  'x-rate-limit'?: { requests: number; seconds: number; 'x-evidence'?: string };
  paths: Record<string, Record<string, OperationObject>>;
}

interface OperationObject {
  responses?: Record<string, Ref<ResponseObject>>;
}

interface ResponseObject {
  content?: Record<string, { examples?: Record<string, Ref<ExampleObject>> }>;
}

interface ExampleObject {
  value: unknown;
  'x-violates'?: string[];
}

type Ref<T> = T | { $ref: string };

/** A named example of a response, with the places whose wrong value it answers. */
export interface Example {
  code: string;
  name: string;
  value: unknown;
  violates: readonly string[];
}

export function readBundles(): Record<ApiName, Bundle> {
  const read = (api: ApiName): Bundle => JSON.parse(readFileSync(bundlePath(api, 'json'), 'utf8'));
  return { sync: read('sync'), async: read('async') };
}

/** The path in front of an API's own paths: that of its production server. */
export function basePath(bundle: Bundle): string {
  const [production] = bundle.servers;
  return production ? new URL(production.url).pathname.replace(/\/$/, '') : '';
}

/** Every response example of an operation, in the document's order. */
export function responseExamples(bundle: Bundle, path: string, method: string): Example[] {
  const responses = Object.entries(bundle.paths[path]?.[method]?.responses ?? {});
  return responses.flatMap(([code, response]) => {
    const content = Object.values(follow(bundle, response).content ?? {});
    return content.flatMap(({ examples = {} }) =>
      Object.entries(examples).map(([name, ref]) => {
        const example = follow(bundle, ref);
        return { code, name, value: example.value, violates: example['x-violates'] ?? [] };
      }),
    );
  });
}

export function follow<T>(bundle: Bundle, node: Ref<T>): T {
  if (!isReference(node)) return node;
  const steps = node.$ref.replace(/^#\//, '').split('/');
  let target: unknown = bundle;
  for (const step of steps) {
    const key = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
    // Each step of a reference leads through an object; a wrong one ends in undefined.
    target = (target as Record<string, unknown>)?.[key];
  }
  // A bundle that passed its lint holds a T behind each of these references.
  return follow(bundle, target as Ref<T>);
}

function isReference(node: unknown): node is { $ref: string } {
  return typeof node === 'object' && node !== null && '$ref' in node;
}
