import type { Operation } from '../operations/operation.ts';
import { pointerSteps, type SchemaError, validators } from './compiled.ts';
import type { ValidationIssue } from './validation-issue.ts';

/** The parameters of a request by the types that the spec gives them. */
export interface Parameters {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
}

/** The parameters, and what is wrong with them. */
export interface ReadParameters extends Parameters {
  readonly issues: readonly ValidationIssue[];
}

/** A request's parameters as text. */
export interface SentParameters {
  readonly path: Readonly<Record<string, string>>;
  /** The query as it was sent. */
  readonly search: string;
  /** Leaves to a workspace what it looks up by, where a pattern says what that looks like, and what it ignores. */
  readonly relaxed: boolean;
}

/** Reads the declared parameters of the query, and holds them and those of the path to the spec. */
export function readParameters(
  { id, queryNames, optionalPaging }: Operation<string>,
  { path, search, relaxed }: SentParameters,
): ReadParameters {
  const query = search === '' || queryNames.length === 0 ? {} : declared(queryNames, search);
  if (relaxed && optionalPaging && query[optionalPaging.when] !== 'true') {
    for (const name of optionalPaging.names) delete query[name];
  }
  const validate = validators.parameters[relaxed ? `${id}_relaxed` : id];
  // It replaces text by the value that it stands for.
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
    place: pointerSteps(instancePath),
    keyword: keywordOf(keyword, data),
    schema: parentSchema,
  };
}

function keywordOf(keyword: string, data: unknown): string {
  if (Array.isArray(data)) return 'repeated';
  if (data === '') return 'empty';
  // All of them are strings on the wire, so that `type` would say nothing.
  return keyword === 'type' ? 'value' : keyword;
}
