import { readCurl } from './curl.ts';
import { parseJson } from './json.ts';
import type { ParsedRequest } from './request.ts';

/** Pasted text, read as payloads or recognized as a table. */
export type Input =
  | { kind: 'payloads'; payloads: Payload[]; api?: 'async' | 'sync' }
  | { kind: 'table' }
  | { kind: 'problem'; problem: string };

/** A request body to check. */
export interface Payload {
  /** Its name in the list of results. */
  label: string;
  body: unknown;
  /** The paths of the values that a program computes, of which only the names can be checked. */
  variables: readonly string[];
}

/**
 * Reads JSON, NDJSON, a curl command or a `fetch` call. Any other text is treated as a table.
 *
 * @param loadFetchReader - Loads the reader of `fetch` calls, which is large, when the text is one.
 */
export async function readInput(
  text: string,
  loadFetchReader: () => Promise<typeof import('./fetch-call.ts')>,
): Promise<Input> {
  const trimmed = text.trim();
  try {
    if (/^(?:\$\s*)?curl\b/i.test(trimmed)) {
      return requestInput(readCurl(trimmed.replace(/^\$\s*/, '')), 'curl');
    }
    if (/\bfetch\s*\(/.test(trimmed)) {
      const { readFetch } = await loadFetchReader();
      return requestInput(readFetch(trimmed), 'fetch');
    }
    if (/^[[{"]/.test(trimmed) && !/^"[^"]*"\s*[,;\t|]/.test(trimmed)) return jsonInput(trimmed);
    return { kind: 'table' };
  } catch (error) {
    // A module that is loaded on demand has its own copy of the class, so that `instanceof` would be false.
    if (error instanceof Error && error.name === 'UnreadableInput') {
      return { kind: 'problem', problem: error.message };
    }
    throw error;
  }
}

function requestInput({ url, body, variables }: ParsedRequest, from: string): Input {
  if (body === undefined) {
    return {
      kind: 'problem',
      problem: `The ${from} call has no body. Paste one that sends a lead.`,
    };
  }
  const input = jsonInput(body.trim());
  if (input.kind !== 'payloads') return input;
  const api = apiOf(url);
  return {
    ...input,
    ...(api && { api }),
    payloads: input.payloads.map((payload) => ({ ...payload, variables })),
  };
}

/** The API that a URL belongs to, by the path of its operation for leads. */
function apiOf(url: string | undefined): 'async' | 'sync' | undefined {
  if (url === undefined) return undefined;
  if (/autoupdatelead/.test(url)) return 'async';
  return /\/autoupdate\/v\d|\/lead\b/.test(url) ? 'sync' : undefined;
}

function jsonInput(text: string): Input {
  const parsed = parseJson(text);
  if (parsed.ok) return payloadsInput([parsed.value].flat());
  // NDJSON: one payload per line.
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const values = lines.map(parseJson).filter((line) => line.ok);
  if (lines.length > 1 && values.length === lines.length) {
    return payloadsInput(values.map(({ value }) => value));
  }
  return { kind: 'problem', problem: parsed.problem };
}

function payloadsInput(bodies: readonly unknown[]): Input {
  if (bodies.length === 0) {
    const problem =
      'There is no lead in this list. Put at least one in, such as [{ "fields": { "phone": "919999999999" } }].';
    return { kind: 'problem', problem };
  }
  return {
    kind: 'payloads',
    payloads: bodies.map((body, index) => ({
      label: bodies.length > 1 ? `Payload ${index + 1}` : 'The payload',
      body,
      variables: [],
    })),
  };
}
