/** A part of a body around one path, small enough to find all of its issues. */
export interface Branch {
  readonly body: unknown;
  /** The index of an item in the whole body, by depth. The branch contains no other items of the array. */
  readonly indexes?: ReadonlyMap<number, string>;
}

/** An object with more keys than this is reduced to the key on the path. */
const manyKeys = 50;

/** Reduces a body to the branch along a path. */
export function branchOf(body: unknown, path: readonly string[]): Branch {
  const indexes = new Map<number, string>();
  const cut = (value: unknown, depth: number): unknown => {
    const step = path[depth];
    if (step === undefined) return summary(value);
    if (Array.isArray(value)) {
      indexes.set(depth, step);
      return [cut(value[Number(step)], depth + 1)];
    }
    if (typeof value !== 'object' || value === null) return value;
    const keys = Object.keys(value);
    const includedKeys = keys.length > manyKeys ? [step] : keys;
    return Object.fromEntries(
      includedKeys.map((key) => {
        const child = getOwn(value, key);
        return [key, key === step ? cut(child, depth + 1) : summary(child)];
      }),
    );
  };
  return { body: cut(body, 0), indexes };
}

/** The beginning of a large collection is enough to describe its issues. */
function summary(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, manyKeys);
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value);
  if (keys.length <= manyKeys) return value;
  return Object.fromEntries(keys.slice(0, manyKeys).map((key) => [key, getOwn(value, key)]));
}

function getOwn(value: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}
