declare const tokenOf: unique symbol;

/** A token that is typed for the Sync API, such as that in `startSandbox().env`. Only a Sync client accepts it. */
export type SyncToken = string & { readonly [tokenOf]: 'Sync' };

/** A token that is typed for the Async API. Only an Async client accepts it. */
export type AsyncToken = string & { readonly [tokenOf]: 'Async' };

/** A token for one API: any string, except one that is typed for the other API. */
export type TokenFor<Api extends 'Sync' | 'Async'> = string & { readonly [tokenOf]?: Api };

/** A token, or a function that returns the current token. */
export type TokenSource<Api extends 'Sync' | 'Async' = 'Sync' | 'Async'> =
  | TokenFor<Api>
  | (() => TokenFor<Api> | Promise<TokenFor<Api>>);
