import type { SchemaError } from './compiled.ts';
import type { RequestSchema } from './request-schema.ts';
import type { Resolve } from './resolve-schema.ts';

/**
 * Reduces the errors about a condition (`if` a key has some value, `then` one form, `else` another) to useful ones. If
 * that key itself is invalid, the intended form is unknown, so a single error remains, which lists the values of the
 * key in both forms.
 */
export function simplifyConditionals(
  errors: readonly SchemaError[],
  resolve: Resolve,
): SchemaError[] {
  const invalidPointers = new Set(errors.map(pointerOf));
  const undecided = errors.filter(isCondition).filter((condition) => {
    return invalidPointers.has(`${condition.instancePath}/${tagOf(condition)}`);
  });
  const undecidedPointers = new Set(undecided.map(({ instancePath }) => instancePath));
  const decided = errors.filter((error) => {
    return !isCondition(error) && !isWithin(error.instancePath, undecidedPointers);
  });
  return unique([...decided, ...undecided.map((condition) => aboutTag(condition, resolve))]);
}

function isCondition({ keyword }: SchemaError): boolean {
  return keyword === 'if';
}

/** The key that the condition tests. */
function tagOf({ parentSchema }: SchemaError): string {
  return Object.keys(parentSchema?.if?.properties ?? {})[0] ?? '';
}

function pointerOf({ instancePath, params }: SchemaError): string {
  const missing = params.missingProperty;
  return typeof missing === 'string' ? `${instancePath}/${missing}` : instancePath;
}

function isWithin(pointer: string, pointers: ReadonlySet<string>): boolean {
  if (pointers.size === 0) return false;
  for (let end = pointer.length; end >= 0; end = pointer.lastIndexOf('/', end - 1)) {
    if (pointers.has(pointer.slice(0, end))) return true;
    if (end === 0) break;
  }
  return false;
}

function aboutTag(condition: SchemaError, resolve: Resolve): SchemaError {
  const { data, instancePath, parentSchema } = condition;
  const tag = tagOf(condition);
  const forms = [parentSchema?.else, parentSchema?.then];
  const schema: RequestSchema = {
    anyOf: forms.map((form) => resolve(resolve(form).properties?.[tag])),
  };
  if (typeof data === 'object' && data !== null && Object.hasOwn(data, tag)) {
    const wrong = { keyword: 'enum', parentSchema: schema, params: {} };
    return { ...condition, ...wrong, instancePath: `${instancePath}/${tag}` };
  }
  const missing = { keyword: 'required', params: { missingProperty: tag } };
  return { ...condition, ...missing, parentSchema: { properties: { [tag]: schema } } };
}

// A form often repeats a rule that applies to all forms.
function unique(errors: readonly SchemaError[]): SchemaError[] {
  const name = ({ instancePath, keyword, params }: SchemaError) =>
    JSON.stringify([instancePath, keyword, params.missingProperty, params.additionalProperty]);
  return [...new Map(errors.map((error) => [name(error), error])).values()];
}
