import type { Prefer } from '@telecrm/sandbox/adapter';
import type { Operation } from '@telecrm/spec/model';

/** The preference of a `Prefer` header, in Prism's terms. */
export interface Preference {
  dynamic: boolean;
  code?: number;
  exampleKey?: string;
  seed?: string;
}

/** Parses the preference of a call, or returns the reason why the operation has no such response. */
export function choosePreference(
  operation: Operation,
  { code, example, dynamic, seed }: Prefer,
): { preference: Preference } | { problem: string } {
  if (dynamic !== undefined && !/^(true|false)?$/.test(dynamic)) {
    return { problem: 'Prefer: dynamic must be true or false.' };
  }
  if (code !== undefined && !/^\d{3}$/.test(code)) {
    return { problem: 'Prefer: code must be a status of three digits.' };
  }
  const chosen = chooseExample(operation, code, example);
  if ('problem' in chosen) return chosen;
  return {
    preference: {
      ...chosen,
      dynamic: dynamic === '' || dynamic === 'true',
      ...(seed !== undefined && { seed }),
    },
  };
}

type Choice = Pick<Preference, 'code' | 'exampleKey'> | { problem: string };

// Prism looks for an example only in the success response, and falls back to it for a code whose example is missing;
// here a name selects its response, and the message for an unknown name lists the known ones.
function chooseExample(operation: Operation, code?: string, name?: string): Choice {
  const ofCode = examplesOf(operation).filter(
    ({ status }) => code === undefined || fits(status, code),
  );
  if (ofCode.length === 0) return { problem: lacks(operation, `no response ${code}`) };
  if (name === undefined) return code === undefined ? {} : { code: Number(code) };
  const named = ofCode.find((example) => example.name === name);
  if (!named) return { problem: lacks(operation, `no example of that name${within(code)}`) };
  return { code: Number(code ?? named.status.replaceAll('X', '0')), exampleKey: name };
}

function examplesOf({ responses }: Operation): { status: string; name: string }[] {
  return responses.flatMap(({ status, content }) =>
    (content?.examples ?? []).map(({ name }) => ({ status, name })),
  );
}

function fits(status: string, requested: string): boolean {
  return status === requested || status === `${requested[0]}XX`;
}

const within = (code: string | undefined): string => (code === undefined ? '' : ` for ${code}`);

function lacks(operation: Operation, what: string): string {
  const byStatus = Map.groupBy(examplesOf(operation), ({ status }) => status);
  const has = [...byStatus].map(
    ([status, list]) => `${status}: ${list.map(({ name }) => name).join(', ')}`,
  );
  return `Prefer: ${operation.id} has ${what}. It has ${has.join('; ')}.`;
}
