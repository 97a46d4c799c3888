import type { Digit } from './amount.ts';

/** The bare code of a custom action, as the Sync API takes it: digits alone, such as `'1001'`. */
export type ActionNumber = `${bigint}` & `${Digit}${string}`;

/** The code of a custom action with its prefix, as the Async API and paths take it: `'ACTION_1001'`. */
export type ActionCode = `ACTION_${bigint}` & `ACTION_${Digit}${string}`;

declare const portable: unique symbol;

/**
 * The type of an action by {@link customAction}, which both APIs take: each client writes its own form.
 *
 * @typeParam Workspace The workspace type that it was checked against.
 */
export type CustomActionType<Workspace = unknown> = ActionCode & {
  readonly [portable]: Workspace;
};
