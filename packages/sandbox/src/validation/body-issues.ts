import { largeBody } from '../http/large-body.ts';
import type { Operation } from '../operations/operation.ts';
import { type Branch, branchOf } from './branch.ts';
import { pointerSteps, type SchemaError, validators } from './compiled.ts';
import type { RequestSchema } from './request-schema.ts';
import { type Resolve, resolverOf } from './resolve-schema.ts';
import { simplifyConditionals } from './simplify-conditionals.ts';
import type { ValidationIssue } from './validation-issue.ts';

/**
 * The issues of a body: those that reject the request, and those that are only logged because the workspace handles
 * them.
 */
export interface BodyIssues {
  readonly rejected: readonly ValidationIssue[];
  readonly noted: readonly ValidationIssue[];
}

const nothing: BodyIssues = { rejected: [], noted: [] };

/**
 * Validates the body of a request against the spec.
 *
 * @param relaxed Leaves the validation of entries of `fields` and `actions` to the workspace, if the operation has any.
 */
export function checkBody(
  operation: Pick<Operation<string>, 'api' | 'id' | 'body'>,
  { body, size, relaxed }: { body: unknown; size: number; relaxed: boolean },
): BodyIssues {
  const { id } = operation;
  if (operation.body === undefined) return nothing;
  const resolve = resolverOf(operation.api);
  if (body === undefined) {
    if (!operation.body.required) return nothing;
    const schema = resolve(operation.body.schema);
    return { rejected: [{ path: ['body'], keyword: 'required', schema }], noted: [] };
  }
  if (validators.first[id]?.(body)) return nothing;
  const find = (name: string) => issuesOf(name, { body, size, resolve });
  const relaxedId = `${id}_relaxed`;
  if (!relaxed || !Object.hasOwn(validators.first, relaxedId)) {
    return { rejected: find(id), noted: [] };
  }
  return validators.first[relaxedId]?.(body)
    ? { rejected: [], noted: find(id) }
    : { rejected: find(relaxedId), noted: [] };
}

interface Sent {
  body: unknown;
  size: number;
  resolve: Resolve;
}

/** The issues of a body that its validator has just rejected. */
function issuesOf(name: string, { body, size, resolve }: Sent): ValidationIssue[] {
  // One issue is enough for a large body: a message lists three, and finding all of them takes long.
  if (size <= largeBody) return findAll(name, { body }, resolve);
  // All issues of the branch that contains the first one.
  const [mistake] = validators.first[name]?.errors ?? [];
  const steps = pointerSteps(mistake?.instancePath ?? '');
  const [issue = tooManyItems(steps, mistake)] = findAll(name, branchOf(body, steps), resolve);
  return [issue];
}

/** The branch of an array that is too long is shorter, so it may be valid. */
function tooManyItems(steps: string[], mistake: SchemaError | undefined): ValidationIssue {
  const schema: RequestSchema = { type: 'array', maxItems: Number(mistake?.params.limit) };
  return { path: ['body', ...steps], keyword: 'maxItems', schema };
}

function findAll(name: string, branch: Branch, resolve: Resolve): ValidationIssue[] {
  const validate = validators.all[name];
  if (validate === undefined || validate(branch.body)) return [];
  return simplifyConditionals(validate.errors ?? [], resolve).map((error) =>
    issueOf(error, branch, resolve),
  );
}

function issueOf(error: SchemaError, { indexes }: Branch, resolve: Resolve): ValidationIssue {
  const path = ['body', ...restoreIndexes(pointerSteps(error.instancePath), indexes)];
  const { keyword, data, parentSchema } = error;
  const schema = describable(parentSchema, resolve);
  const { missingProperty, additionalProperty } = error.params;
  if (typeof missingProperty === 'string') {
    const missing = describable(schema.properties?.[missingProperty], resolve);
    return { path: [...path, missingProperty], keyword, schema: missing };
  }
  if (typeof additionalProperty === 'string') {
    return { path: [...path, additionalProperty], keyword, schema };
  }
  return { path, keyword, schema, given: data };
}

/** A schema with resolved items, because messages name their type. */
function describable(schema: RequestSchema | undefined, resolve: Resolve): RequestSchema {
  const resolved = resolve(schema);
  return resolved.items === undefined ? resolved : { ...resolved, items: resolve(resolved.items) };
}

function restoreIndexes(steps: string[], indexes: ReadonlyMap<number, string> = new Map()) {
  return steps.map((step, depth) => indexes.get(depth) ?? step);
}
