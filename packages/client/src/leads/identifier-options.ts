import type { WorkspaceTypes } from '../workspace-types.ts';

/**
 * The options of a function that has to know by which field the workspace identifies leads. Where a workspace type
 * says that it is not `phone`, the default, it cannot be left out.
 */
export type IdentifierOptions<W extends WorkspaceTypes, Options> = 'phone' extends W['identifier']
  ? [options?: Options]
  : [options: Options & { identifier: W['identifier'] }];
