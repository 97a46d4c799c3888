import { all, first, parameters, responses } from '../generated/validators.ts';
import type { RequestSchema } from './request-schema.ts';

/** An error of a compiled validator. */
export interface SchemaError {
  readonly keyword: string;
  /** A JSON pointer into the validated value. */
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The schema with the violated keyword, if the validator was compiled to report it. */
  readonly parentSchema?: RequestSchema;
  readonly data?: unknown;
}

/** A validator compiled by Ajv at build time. Its errors are in `errors` until it runs again. */
interface Validate {
  (data: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}

type Validators = Record<string, Validate>;

/** What a module of validators exports; each is found by the name of its operation or response. */
interface CompiledValidators {
  /**
   * For bodies; stops at the first error. Names that end with `_relaxed` accept any entries of `fields` and `actions`.
   */
  readonly first: Readonly<Validators>;
  /** For bodies; finds all errors. */
  readonly all: Readonly<Validators>;
  /** For path and query; converts text to numbers and booleans. */
  readonly parameters: Readonly<Validators>;
  readonly responses: Readonly<Validators>;
}

export const validators: CompiledValidators = {
  first: { ...first },
  all: { ...all },
  parameters: { ...parameters },
  responses: { ...responses },
};

/** Adds the validators of operations that are loaded on demand. */
export function addValidators(added: CompiledValidators): void {
  Object.assign(validators.first, added.first);
  Object.assign(validators.all, added.all);
  Object.assign(validators.parameters, added.parameters);
  Object.assign(validators.responses, added.responses);
}

/** The segments of a JSON pointer. */
export function pointerSteps(pointer: string): string[] {
  const steps = pointer.split('/').slice(1);
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
