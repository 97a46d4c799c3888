/** A part of a body that holds one place, small enough to find everything that is wrong there. */
export interface Branch {
  readonly body: unknown;
  /** By depth, the index that an item had in the whole body; in the branch it is the only one. */
  readonly indexes?: ReadonlyMap<number, string>;
}

/** An object with more keys than this is cut down to the one that leads to the place. */
const manyKeys = 50;

/** Cuts a body down to the branch that a path leads along. */
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
    const kept = keys.length > manyKeys ? [step] : keys;
    return Object.fromEntries(
      kept.map((key) => {
        const child = getOwn(value, key);
        return [key, key === step ? cut(child, depth + 1) : summary(child)];
      }),
    );
  };
  return { body: cut(body, 0), indexes };
}

/** A large collection is as good as its beginning for saying what is wrong with it. */
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
