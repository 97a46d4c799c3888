import { type ReadRequest, UnreadableInput } from './request.ts';

/** What a reader pasted, read as payloads. */
export type Input =
  | { kind: 'payloads'; payloads: Payload[]; api?: 'async' | 'sync'; from: string }
  | { kind: 'table'; text: string }
  | { kind: 'problem'; problem: string };

/** A body, with its place where there are several. */
export interface Payload {
  label: string;
  body: unknown;
  /** Fields whose value a program computes, so that only their name can be checked. */
  variables: readonly string[];
}

/** Reads JSON, NDJSON, a curl command, a call of `fetch`, or recognizes a table. */
export async function readInput(text: string): Promise<Input> {
  const trimmed = text.trim();
  try {
    if (/^(?:\$\s*)?curl\b/i.test(trimmed)) {
      const { readCurl } = await import('./curl.ts');
      return requestInput(readCurl(trimmed.replace(/^\$\s*/, '')), 'curl');
    }
    if (/\bfetch\s*\(/.test(trimmed)) {
      const { readFetch } = await import('./fetch-call.ts');
      return requestInput(readFetch(trimmed), 'fetch');
    }
    if (/^[[{"]/.test(trimmed) && !/^"[^"]*"\s*[,;\t|]/.test(trimmed)) return jsonInput(trimmed);
    return { kind: 'table', text };
  } catch (error) {
    if (error instanceof UnreadableInput) return { kind: 'problem', problem: error.message };
    throw error;
  }
}

function requestInput({ url, body, variables }: ReadRequest, from: string): Input {
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
    from,
    ...(api && { api }),
    payloads: input.payloads.map((payload) => ({ ...payload, variables })),
  };
}

/** The API by the path of its operation that takes a lead. */
function apiOf(url: string | undefined): 'async' | 'sync' | undefined {
  if (url === undefined) return undefined;
  if (/autoupdatelead/.test(url)) return 'async';
  return /\/autoupdate\/v\d|\/lead\b/.test(url) ? 'sync' : undefined;
}

function jsonInput(text: string): Input {
  const value = parse(text);
  if (value.ok)
    return payloadsInput(Array.isArray(value.value) ? value.value : [value.value], text);
  // One payload a line.
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const parsed = lines.map(parse);
  if (lines.length > 1 && parsed.every(({ ok }) => ok)) {
    return payloadsInput(
      parsed.map((line) => (line.ok ? line.value : undefined)),
      text,
    );
  }
  return { kind: 'problem', problem: `This is not JSON: ${value.problem}` };
}

function payloadsInput(bodies: readonly unknown[], text: string): Input {
  return {
    kind: 'payloads',
    from: text.startsWith('[') ? 'list' : 'JSON',
    payloads: bodies.map((body, index) => ({
      label: bodies.length > 1 ? `Payload ${index + 1}` : 'The payload',
      body,
      variables: [],
    })),
  };
}

function parse(text: string): { ok: true; value: unknown } | { ok: false; problem: string } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) };
  }
}
