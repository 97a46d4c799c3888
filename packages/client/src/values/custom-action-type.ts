import type { Digit } from './amount.ts';

/** The bare code of a custom action, as required by the Sync API: only digits, such as `'1001'`. */
export type ActionNumber = `${bigint}` & `${Digit}${string}`;

/** The code of a custom action with its prefix, as required by the Async API and in paths: `'ACTION_1001'`. */
export type ActionCode = `ACTION_${bigint}` & `ACTION_${Digit}${string}`;

declare const portable: unique symbol;

/**
 * The type of an action from {@link customAction}. Both clients accept it and convert it to the form of their API.
 *
 * @typeParam Workspace The workspace type that it was checked against.
 */
export type CustomActionType<Workspace = unknown> = ActionCode & {
  readonly [portable]: Workspace;
};
