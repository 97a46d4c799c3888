import { isObject } from '../request/body.ts';
import { assertArgument, assertOptions } from './assert-argument.ts';
import { describeType } from './describe-type.ts';

const example = "an object such as { fields: { phone: '919999999999' } }";

/**
 * Throws a TypeError unless an argument is a client.
 *
 * @param name The name of the parameter.
 * @param method A method that the client must have.
 */
export function assertClient(
  name: string,
  api: 'Sync' | 'Async',
  client: unknown,
  method: unknown,
): void {
  const given = isObject(client) ? 'another object' : describeType(client);
  if (typeof method === 'function') return;
  throw new TypeError(`${name} must be a client from create${api}Client(), not ${given}`);
}

/** Throws a TypeError unless an argument is a lead with fields. */
export function assertLead(name: string, lead: unknown): void {
  assertArgument(isObject(lead), `${name} must be ${example}`, lead);
  const { fields }: { readonly fields?: unknown } = Object(lead);
  assertArgument(isObject(fields), `${name}.fields must be an object, as in ${example}`, fields);
}

/** Throws a TypeError unless the actions of a lead are a list of objects with a type. */
export function assertActions(actions: unknown): void {
  const list: readonly unknown[] = Array.isArray(actions) ? actions : [];
  assertArgument(
    list === actions || actions === undefined,
    'lead.actions must be an array',
    actions,
  );
  for (const [index, action] of list.entries()) {
    const path = `lead.actions[${index}]`;
    assertArgument(isObject(action), `${path} must be an object, as from customAction()`, action);
    const { type }: { readonly type?: unknown } = Object(action);
    assertArgument(typeof type === 'string', `${path}.type must be text such as ACTION_1001`, type);
  }
}

/** Throws a TypeError unless an argument is a collection of leads. */
export function assertLeads(leads: unknown): void {
  const valid =
    typeof leads === 'object' &&
    leads !== null &&
    (Symbol.iterator in leads || Symbol.asyncIterator in leads);
  assertArgument(valid, 'leads must be an array, or another iterable or async iterable', leads);
}

/** Throws a TypeError unless the options for comparing leads are valid. */
export function assertComparison(options: {
  readonly identifier?: unknown;
  readonly fieldRules?: unknown;
}): void {
  assertOptions(options);
  const { identifier = 'phone', fieldRules } = options;
  assertArgument(typeof identifier === 'string', 'identifier must be an API name', identifier);
  assertFieldRules(fieldRules);
}

/** Throws a TypeError if an argument is neither missing nor the rules for comparing fields. */
export function assertFieldRules(rules: unknown): void {
  const valid = !rules || (isObject(rules) && typeof rules.match === 'function');
  assertArgument(valid, 'fieldRules must be from await fetchFieldRules() or fieldRules()', rules);
}
