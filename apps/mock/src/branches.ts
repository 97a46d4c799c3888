import type { ErrorObject } from 'ajv';
import type { Schema } from './complaint.ts';

/**
 * Boils the complaints of every `oneOf` and `anyOf` down to those of the branch that was meant: the
 * one whose tag (`type`) fits, else the one whose JSON type fits. Where no branch was meant, a single
 * complaint is left that says what the branches take.
 */
export function narrow(errors: readonly ErrorObject[]): ErrorObject[] {
  const kept: ErrorObject[] = [];
  for (const error of errors) {
    if (error.keyword !== 'oneOf' && error.keyword !== 'anyOf') {
      kept.push(error);
      continue;
    }
    // The complaints of the branches come right before that of the choice itself.
    let start = kept.length;
    while (start > 0 && isInside(kept[start - 1], error)) start -= 1;
    kept.push(...meant(error, kept.splice(start)));
  }
  return kept;
}

function isInside(error: ErrorObject | undefined, choice: ErrorObject): boolean {
  return (
    error?.schemaPath.startsWith(`${choice.schemaPath}/`) === true &&
    (error.instancePath === choice.instancePath ||
      error.instancePath.startsWith(`${choice.instancePath}/`))
  );
}

interface Branch {
  schema: Schema;
  errors: ErrorObject[];
}

function meant(choice: ErrorObject, inside: ErrorObject[]): ErrorObject[] {
  // Nothing inside: more than one branch of a `oneOf` fits.
  if (inside.length === 0) return [choice];
  const schemas: Schema[] = choice.parentSchema?.[choice.keyword] ?? [];
  const branches = schemas.map((schema, index) => ({
    schema,
    errors: inside.filter((error) => error.schemaPath.startsWith(`${choice.schemaPath}/${index}/`)),
  }));
  const { data } = choice;
  const tag = isObject(data) ? tagOf(schemas) : undefined;
  if (tag === undefined || !isObject(data)) return byType(choice, branches);
  return byTag(choice, branches, tag, data[tag]);
}

function byType(choice: ErrorObject, branches: Branch[]): ErrorObject[] {
  const ofType = branches.filter(({ errors }) => {
    return !errors.some((e) => e.keyword === 'type' && e.instancePath === choice.instancePath);
  });
  const [best] = ofType.toSorted((a, b) => a.errors.length - b.errors.length);
  return best?.errors ?? [{ ...choice, keyword: 'type' }];
}

function byTag(
  choice: ErrorObject,
  branches: Branch[],
  tag: string,
  given: unknown,
): ErrorObject[] {
  const path = `${choice.instancePath}/${tag}`;
  const isAboutTag = (error: ErrorObject) =>
    error.instancePath === path || error.params.missingProperty === tag;
  const fitting = branches.find(({ errors }) => !errors.some(isAboutTag));
  if (fitting) return fitting.errors;
  const schema: Schema = {
    anyOf: branches.map((branch) => propertiesOf(branch.schema)[tag] ?? {}),
  };
  if (given === undefined) {
    const parentSchema = { properties: { [tag]: schema } };
    return [{ ...choice, keyword: 'required', parentSchema, params: { missingProperty: tag } }];
  }
  const value = { keyword: 'enum', parentSchema: schema, data: given };
  return [{ ...choice, ...value, instancePath: path }];
}

// A tag is a key of every branch whose schema tells the branches apart.
function tagOf(branches: readonly Schema[]): string | undefined {
  const [first, ...others] = branches.map(propertiesOf);
  return Object.keys(first ?? {}).find((key) => {
    return [first, ...others].every((properties) => {
      const { const: only, enum: some, pattern } = properties?.[key] ?? {};
      return only !== undefined || some !== undefined || pattern !== undefined;
    });
  });
}

function propertiesOf(schema: Schema): Record<string, Schema> {
  return Object.assign({}, ...(schema.allOf ?? []).map(propertiesOf), schema.properties);
}

const isObject = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);
