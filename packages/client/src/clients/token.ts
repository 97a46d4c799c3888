declare const tokenOf: unique symbol;

/** A token of type Sync that is known to be one: `startSandbox().env` has such. A Sync client alone takes it. */
export type SyncToken = string & { readonly [tokenOf]: 'Sync' };

/** A token of type Async that is known to be one. An Async client alone takes it. */
export type AsyncToken = string & { readonly [tokenOf]: 'Async' };

/** A token of one API: any text, unless it is known to be of the other API. */
export type TokenFor<Api extends 'Sync' | 'Async'> = string & { readonly [tokenOf]?: Api };

/** A token, or what gives the one to use now. */
export type TokenSource<Api extends 'Sync' | 'Async' = 'Sync' | 'Async'> =
  | TokenFor<Api>
  | (() => TokenFor<Api> | Promise<TokenFor<Api>>);
