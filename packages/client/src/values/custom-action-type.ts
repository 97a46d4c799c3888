declare const portable: unique symbol;

/**
 * The type of an action by {@link customAction}, which both APIs take: each client writes its own form.
 *
 * @typeParam Workspace The workspace type that it was checked against.
 */
export type CustomActionType<Workspace = unknown> = `ACTION_${number}` & {
  readonly [portable]: Workspace;
};
