import { all, first, parameters, responses } from '../generated/validators.ts';
import type { RequestSchema } from './request-schema.ts';

/** One finding of a compiled validator. */
export interface SchemaError {
  readonly keyword: string;
  /** A JSON pointer into what was validated. */
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The schema that holds the broken keyword, where the validator was compiled to say it. */
  readonly parentSchema?: RequestSchema;
  readonly data?: unknown;
}

/** A validator that the build has compiled with Ajv; what it found stands in `errors` until it runs again. */
interface Validate {
  (data: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}

type Validators = Readonly<Record<string, Validate>>;

/** By operation; with `_relaxed` at the end, the same with the entries of `fields` and `actions` left open. */
export const bodyValidators: {
  /** Stops at the first mistake. */
  readonly first: Validators;
  /** Finds all of them. */
  readonly all: Validators;
} = { first, all };

/** Path and query by operation; they turn text into the numbers and booleans that it stands for. */
export const parameterValidators: Validators = parameters;

/** By the name that an operation gives for a status. */
export const responseValidators: Validators = responses;

/** The steps of a JSON pointer. */
export function pointerSteps(pointer: string): string[] {
  const steps = pointer.split('/').slice(1);
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
