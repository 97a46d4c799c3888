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

/** A validator that the build has compiled with Ajv. Its errors are in `errors` until it runs again. */
interface Validate {
  (data: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}

type Validators = Record<string, Validate>;

/** What a module of validators exports; each is found by the name of its operation or response. */
interface CompiledValidators {
  /** Of bodies; stops at the first mistake. With `_relaxed` at the end of the name, entries of `fields` and `actions` are left open. */
  readonly first: Readonly<Validators>;
  /** Of bodies; finds all mistakes. */
  readonly all: Readonly<Validators>;
  /** Of path and query; turns text into the numbers and booleans that it stands for. */
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
