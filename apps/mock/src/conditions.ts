import type { ErrorObject } from 'ajv';
import type { Schema } from './complaint.ts';

/**
 * Boils the complaints about a condition (`if` a key has some value, `then` one form, `else` another) down to what
 * helps. Where that key itself is wrong nobody knows which form was meant, so a single complaint is left, which says
 * what the key may be in both.
 */
export function narrow(errors: readonly ErrorObject[]): ErrorObject[] {
  const undecided = errors.filter(isCondition).filter((condition) => {
    return errors.some((error) => isAbout(error, condition.instancePath, tagOf(condition)));
  });
  const decided = errors.filter((error) => {
    return (
      !isCondition(error) && !undecided.some(({ instancePath }) => isWithin(error, instancePath))
    );
  });
  return unique([...decided, ...undecided.map(aboutTag)]);
}

function isCondition({ keyword }: ErrorObject): boolean {
  return keyword === 'if';
}

/** The key that decides: the one that the condition looks at. */
function tagOf({ parentSchema }: ErrorObject): string {
  return Object.keys(parentSchema?.if?.properties ?? {})[0] ?? '';
}

function isAbout(error: ErrorObject, object: string, key: string): boolean {
  if (error.instancePath === object) return error.params.missingProperty === key;
  return error.instancePath === `${object}/${key}`;
}

function isWithin({ instancePath }: ErrorObject, object: string): boolean {
  return instancePath === object || instancePath.startsWith(`${object}/`);
}

function aboutTag(condition: ErrorObject): ErrorObject {
  const { data, instancePath, parentSchema } = condition;
  const tag = tagOf(condition);
  const forms = [parentSchema?.else, parentSchema?.then];
  const schema: Schema = { anyOf: forms.map((form) => form?.properties?.[tag] ?? {}) };
  if (typeof data === 'object' && data !== null && Object.hasOwn(data, tag)) {
    const wrong = { keyword: 'enum', parentSchema: schema, params: {} };
    return { ...condition, ...wrong, instancePath: `${instancePath}/${tag}` };
  }
  const missing = { keyword: 'required', params: { missingProperty: tag } };
  return { ...condition, ...missing, parentSchema: { properties: { [tag]: schema } } };
}

// What holds for every form is often said again by the form.
function unique(errors: readonly ErrorObject[]): ErrorObject[] {
  const name = ({ instancePath, keyword, params }: ErrorObject) =>
    JSON.stringify([instancePath, keyword, params.missingProperty, params.additionalProperty]);
  return [...new Map(errors.map((error) => [name(error), error])).values()];
}
