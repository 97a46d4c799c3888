import type { Impact } from './impact.ts';

/** One change of an API. */
export interface Change {
  /** The API, as its folder in `spec` is called: `sync`. */
  api: string;
  /** How much it asks of those who use the API. */
  impact: Impact;
  /** The operation, `POST /enterprise/{enterpriseId}/lead`, or what else of the document it is in. */
  where: string;
  /** What happened to which part of that: `modified requestBody › content`. */
  what: string;
  /** Why its impact is what it is, where Redocly says so, in sentences. */
  reason: string;
}

/** A change as `redocly diff --format json` tells it. */
export interface RedoclyChange {
  /** A JSON pointer, `#/paths/~1lead/post`. */
  path: string;
  kind: string;
  impact: Exclude<Impact, 'none'>;
  property?: string;
  verdicts: { message: string }[];
}

export function asChange(api: string, told: RedoclyChange): Change {
  const [, ...steps] = told.path
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const { where, inside } = divide(steps);
  return {
    api,
    impact: told.impact,
    where,
    what: `${told.kind} ${[...inside, ...(told.property ? [told.property] : [])].join(' › ')}`.trim(),
    reason: told.verdicts.map(({ message }) => message).join(' '),
  };
}

function divide(steps: string[]): { where: string; inside: string[] } {
  const [first, path, method, ...inside] = steps;
  if (first !== 'paths' || path === undefined) return { where: 'the document', inside: steps };
  if (method === undefined || !/^(get|post|put|patch|delete)$/.test(method)) {
    return { where: path, inside: steps.slice(2) };
  }
  return { where: `${method.toUpperCase()} ${path}`, inside };
}
