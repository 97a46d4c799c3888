import type { Operation } from '../operations/operation.ts';
import { pointerSteps, type SchemaError, validators } from './compiled.ts';
import type { ValidationIssue } from './validation-issue.ts';

/** The parameters of a request with the types of the spec. */
export interface Parameters {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
}

/** The parameters and their issues. */
export interface ReadParameters extends Parameters {
  readonly issues: readonly ValidationIssue[];
}

/** The parameters of a request as text. */
export interface SentParameters {
  readonly path: Readonly<Record<string, string>>;
  /** The query string. */
  readonly search: string;
  /** Leaves patterns of lookup keys, and ignored parameters, to the workspace. */
  readonly relaxed: boolean;
}

/** Parses the declared parameters of the query, and validates them and the path parameters against the spec. */
export function readParameters(
  { id, queryNames, optionalPaging }: Operation<string>,
  { path, search, relaxed }: SentParameters,
): ReadParameters {
  const query = search === '' || queryNames.length === 0 ? {} : declared(queryNames, search);
  if (relaxed && optionalPaging && query[optionalPaging.when] !== 'true') {
    for (const name of optionalPaging.names) delete query[name];
  }
  const validate = validators.parameters[relaxed ? `${id}_relaxed` : id];
  // The validator converts text to the declared types.
  if (validate === undefined || validate({ path, query })) return { path, query, issues: [] };
  return { path, query, issues: (validate.errors ?? []).map(issueOf) };
}

function declared(names: readonly string[], search: string): Record<string, unknown> {
  const sent = new URLSearchParams(search);
  const query: Record<string, unknown> = {};
  for (const name of names) {
    const [first, ...more] = sent.getAll(name);
    if (first !== undefined) query[name] = more.length === 0 ? first : [first, ...more];
  }
  return query;
}

function issueOf({ instancePath, keyword, parentSchema = {}, data }: SchemaError): ValidationIssue {
  return {
    path: pointerSteps(instancePath),
    keyword: keywordOf(keyword, data),
    schema: parentSchema,
  };
}

function keywordOf(keyword: string, data: unknown): string {
  if (Array.isArray(data)) return 'repeated';
  if (data === '') return 'empty';
  // All parameters are sent as text, so `type` would not help.
  return keyword === 'type' ? 'value' : keyword;
}
