import type { TelecrmError } from './error.ts';

/** What a method of `telecrm.try` resolves with. `ok` alone tells success from failure. */
export type Tried<Data> =
  | { readonly ok: true; readonly data: Data; readonly response: Response }
  | { readonly ok: false; readonly error: TelecrmError };

/** The methods of a client, made to resolve with a failure instead of rejecting. */
export type Trying<Methods> = {
  readonly [Name in keyof Methods]: Methods[Name] extends (
    ...args: infer Args
  ) => Promise<infer Data>
    ? (...args: Args) => Promise<Tried<Data>>
    : never;
};
