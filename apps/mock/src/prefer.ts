import type { Operation } from './operations.ts';

/** A `Prefer` header in Prism's terms. */
export interface Preference {
  dynamic: boolean;
  code?: number;
  exampleKey?: string;
  seed?: string;
}

/** The preference, a complaint about it, or `undefined` when the header says nothing to Prism. */
export type ReadPreference = { preference: Preference } | { complaint: string } | undefined;

export function readPreference(header: string | undefined, operation: Operation): ReadPreference {
  if (header === undefined) return undefined;
  const { code, example, dynamic, seed } = tokens(header);
  if ([code, example, dynamic, seed].every((value) => value === undefined)) return undefined;
  if (dynamic !== undefined && !/^(true|false)?$/.test(dynamic)) {
    return { complaint: 'Prefer: dynamic takes true or false.' };
  }
  if (code !== undefined && !/^\d{3}$/.test(code)) {
    return { complaint: 'Prefer: code takes a status of three digits.' };
  }
  const chosen = choose(operation, code, example);
  if ('complaint' in chosen) return chosen;
  return {
    preference: {
      ...chosen,
      dynamic: dynamic === '' || dynamic === 'true',
      ...(seed === undefined ? {} : { seed }),
    },
  };
}

type Choice = Pick<Preference, 'code' | 'exampleKey'> | { complaint: string };

// Prism looks for an example in the success answer only, and falls back to it for a code whose
// example is missing; here a name finds its answer, and a wrong one is told what there is.
function choose(operation: Operation, code?: string, name?: string): Choice {
  const ofCode = operation.examples.filter((example) => code === undefined || fits(example, code));
  if (ofCode.length === 0) return { complaint: lacks(operation, `no answer ${code}`) };
  if (name === undefined) return code === undefined ? {} : { code: Number(code) };
  const named = ofCode.find((example) => example.name === name);
  if (!named) return { complaint: lacks(operation, `no example of that name${within(code)}`) };
  return { code: Number(code ?? named.code.replaceAll('X', '0')), exampleKey: name };
}

function fits({ code }: { code: string }, wanted: string): boolean {
  return code === wanted || code === `${wanted[0]}XX`;
}

const within = (code: string | undefined): string => (code === undefined ? '' : ` for ${code}`);

function lacks({ id, examples }: Operation, what: string): string {
  const codes = Map.groupBy(examples, ({ code }) => code);
  const has = [...codes].map(([code, list]) => `${code}: ${list.map((e) => e.name).join(', ')}`);
  return `Prefer: ${id} has ${what}. It has ${has.join('; ')}.`;
}

function tokens(header: string): Partial<Record<string, string>> {
  const found: Partial<Record<string, string>> = Object.create(null);
  for (const [, name = '', quoted, bare] of header.matchAll(
    /([\w-]+)\s*(?:=\s*(?:"([^"]*)"|([^\s,;]*)))?/g,
  )) {
    found[name.toLowerCase()] ??= quoted ?? bare ?? '';
  }
  return found;
}
