import type { WorkspaceTypes } from '../workspace-types.ts';

/**
 * The options of a function that needs the field by which the workspace identifies leads. It is required if the
 * workspace type says that it is not `phone`, the default.
 */
export type IdentifierOptions<W extends WorkspaceTypes, Options> = 'phone' extends W['identifier']
  ? [options?: Options]
  : [options: Options & { identifier: W['identifier'] }];
