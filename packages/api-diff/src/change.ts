import type { Impact } from './impact.ts';

/** One change of an API. */
export interface Change {
  /** The API, by the name of its folder in `spec`: `sync`. */
  api: string;
  /** Its impact on the users of the API. */
  impact: Impact;
  /** The operation, `POST /enterprise/{enterpriseId}/lead`, or another part of the document. */
  where: string;
  /** The kind of change and the part it affects: `modified requestBody › content`. */
  what: string;
  /** Redocly's reason for the impact, in sentences; empty if it gives none. */
  reason: string;
}

/** A change as `redocly diff --format json` reports it. */
export interface RedoclyChange {
  /** A JSON pointer, `#/paths/~1lead/post`. */
  path: string;
  kind: string;
  impact: Exclude<Impact, 'none'>;
  property?: string;
  verdicts: { message: string }[];
}

export function asChange(api: string, reported: RedoclyChange): Change {
  const [, ...steps] = reported.path
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const { where, inside } = locate(steps);
  return {
    api,
    impact: reported.impact,
    where,
    what: `${reported.kind} ${[...inside, ...(reported.property ? [reported.property] : [])].join(' › ')}`.trim(),
    reason: reported.verdicts.map(({ message }) => message).join(' '),
  };
}

function locate(steps: string[]): { where: string; inside: string[] } {
  const [first, path, method, ...inside] = steps;
  if (first !== 'paths' || path === undefined) return { where: 'the document', inside: steps };
  if (method === undefined || !/^(get|post|put|patch|delete)$/.test(method)) {
    return { where: path, inside: steps.slice(2) };
  }
  return { where: `${method.toUpperCase()} ${path}`, inside };
}
