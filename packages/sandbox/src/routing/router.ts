import { parameterName } from '../operations/operation.ts';

/** The properties of an operation that the router uses. */
export interface Routable {
  readonly method: string;
  /** `/enterprise/{enterpriseId}/lead/{leadId}`. */
  readonly path: string;
}

/** The result of routing: an operation, a path that does not support the method, or nothing. */
type Match<O extends Routable> =
  | { readonly operation: O; readonly segments: readonly string[] }
  | { readonly path: string; readonly methods: readonly string[] }
  | undefined;

export interface Router<O extends Routable> {
  match(method: string, pathname: string): Match<O>;
}

interface Path<O> {
  readonly path: string;
  /** `undefined` for a parameter. */
  readonly steps: readonly (string | undefined)[];
  readonly byMethod: ReadonlyMap<string, O>;
}

/** Finds operations by method and path. A literal segment takes precedence over a parameter. */
export function createRouter<O extends Routable>(operations: readonly O[]): Router<O> {
  const byLength = new Map<number, Path<O>[]>();
  for (const [path, ofPath] of Map.groupBy(operations, (operation) => operation.path)) {
    const steps = path.split('/').map((step) => (parameterName(step) ? undefined : step));
    const byMethod = new Map(ofPath.map((operation) => [operation.method, operation]));
    const paths = byLength.get(steps.length) ?? [];
    byLength.set(steps.length, [...paths, { path, steps, byMethod }].sort(literalFirst));
  }
  return {
    match(method, pathname) {
      const segments = pathname.split('/');
      const found = byLength.get(segments.length)?.find(({ steps }) => fits(steps, segments));
      if (found === undefined) return undefined;
      const operation = found.byMethod.get(method === 'HEAD' ? 'GET' : method);
      if (operation) return { operation, segments };
      return { path: found.path, methods: [...found.byMethod.keys()] };
    },
  };
}

function fits(steps: Path<unknown>['steps'], segments: readonly string[]): boolean {
  return steps.every((step, index) => {
    return step === undefined ? segments[index] !== '' : step === segments[index];
  });
}

/** Compares without `localeCompare`, whose first call adds several milliseconds to the start. */
function literalFirst(a: Path<unknown>, b: Path<unknown>): number {
  return Number(patternOf(a) > patternOf(b)) - Number(patternOf(a) < patternOf(b));
}

function patternOf({ steps }: Path<unknown>): string {
  return steps.map((step) => (step === undefined ? 1 : 0)).join('');
}
