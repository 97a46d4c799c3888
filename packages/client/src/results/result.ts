import type { TelecrmError } from '../errors/telecrm-error.ts';

/** The value to which a method of `telecrm.try` resolves. `ok` distinguishes success from failure. */
export type Result<Data> =
  | {
      readonly ok: true;
      readonly data: Data;
      /** The response. Its body has already been read. */
      readonly response: Response;
    }
  | { readonly ok: false; readonly error: TelecrmError };

/** The methods of a client, which resolve with a failure instead of rejecting. */
export type ResultMethods<Methods> = {
  readonly [Name in keyof Methods]: Methods[Name] extends (
    ...args: infer Args
  ) => Promise<infer Data>
    ? (...args: Args) => Promise<Result<Data>>
    : never;
};
