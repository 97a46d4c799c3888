/// <reference lib="esnext.disposable" preserve="true" />
import type {
  ApiName,
  SandboxOptions,
  SandboxWorkspace,
  SandboxWorkspaces,
} from '@telecrm/sandbox';
import type { Quotas } from '@telecrm/sandbox/hosting';

/** Options of a shared sandbox. */
export interface SharingOptions {
  /**
   * The bearer token that can create partners under `/_sandbox/partners` and manage everything. The control surface
   * then requires it, a `controlToken` or the key of a partner.
   *
   * @default none
   */
  readonly adminToken?: string;
  /**
   * Allows anybody to create a workspace without a key. It expires after a day unless a partner claims it.
   *
   * @default false
   */
  readonly open?: boolean;
  /**
   * How many workspaces each address can create in 24 hours without a key; 0 means no limit. A /64 network of IPv6 counts
   * as one address. Behind a proxy, all callers have its address, unless `trustProxy` names it.
   *
   * @default 20
   */
  readonly openPerAddress?: number;
  /**
   * The time without a request after which a partner's workspace expires, in milliseconds. Responses announce it in a
   * `Sunset` header.
   *
   * @default never
   */
  readonly expireAfterMs?: number;
  /**
   * Creates the default workspace `ent_sandbox` when the sandbox starts for the first time. Its tokens are public.
   *
   * @default true, and false with `adminToken` or `open`
   */
  readonly defaultWorkspace?: boolean;
  /** The quotas of partners and of their workspaces that differ from the defaults. */
  readonly quotas?: Partial<Quotas>;
  /** The quotas of unclaimed workspaces that differ from the defaults. */
  readonly openQuotas?: Partial<Quotas>;
}

/** An open database of `node:sqlite` or `better-sqlite3`, with the methods that are used. */
export interface SqliteHandle {
  exec(text: string): unknown;
  prepare(text: string): {
    all(...values: unknown[]): unknown[];
    run(...values: unknown[]): { changes: number | bigint };
  };
  close(): unknown;
  /** In `node:sqlite`. */
  readonly isTransaction?: boolean;
  /** In `better-sqlite3`. */
  readonly inTransaction?: boolean;
}

/** The address and the behavior of a sandbox. */
export interface MockOptions extends Omit<SandboxOptions, 'clock'>, SharingOptions {
  /**
   * The port to listen on. If it is in use, `startMock` rejects with `EADDRINUSE`.
   *
   * @default 0, a free port; {@link Mock.port} is its number
   */
  readonly port?: number;
  /**
   * The address to listen on. With `'0.0.0.0'`, other machines can reach the sandbox, but its control surface only with
   * a `controlToken`.
   *
   * @default '127.0.0.1', only this machine
   */
  readonly host?: string;
  /**
   * Responds to everything with the examples of the API description, and stores nothing.
   *
   * @default false; then only requests with a `Prefer` header get examples
   */
  readonly stateless?: boolean;
  /**
   * The bearer token that the control surface under `/_sandbox/` requires.
   *
   * @default none; then it accepts requests from this machine only
   */
  readonly controlToken?: string;
  /**
   * The trusted reverse proxies: addresses, subnets such as `10.0.0.0/8`, or `loopback`, `linklocal` and `uniquelocal`.
   * The sandbox accepts all requests from them, even to the control surface and with any `Host` header, so they must
   * control access to the sandbox. Headers such as `X-Forwarded-For` from any other address are ignored.
   *
   * @default none
   */
  readonly trustProxy?: readonly string[];
  /**
   * The files of a certificate and its key, in PEM, to serve HTTPS. When they change, they are loaded again without a
   * restart.
   *
   * @default none; it serves HTTP
   */
  readonly tls?: { readonly cert: string; readonly key: string };
  /**
   * An SQLite database for the state: a file, which is created if it does not exist, or an open handle of `node:sqlite`
   * or `better-sqlite3`. Every acknowledged write is on disk. Only one process can use a file at a time. A JSON file of
   * an earlier version is imported, and a backup of it is stored next to the database. If the file is invalid,
   * `startMock` rejects and does not change it.
   *
   * @default none; the state is lost when the sandbox ends
   */
  readonly state?: string | SqliteHandle;
  /**
   * The URL of a Postgres database for the state, for any number of processes:
   * `postgres://user:password@host:5432/database`. Its role only needs the right to create a schema, and should not be
   * a superuser, for whom Postgres does not separate workspaces.
   *
   * @default none
   */
  readonly databaseUrl?: string;
  /**
   * A separate port for `/_sandbox/live`, `/_sandbox/ready`, `/_sandbox/health` and `/_sandbox/metrics` only, by HTTP.
   * On the main port, these requests wait for the requests in progress and behind all clients that connect at the same
   * time. Here, a separate thread responds to the first three, until the event loop has been blocked for 10 seconds. 0
   * means a free port; {@link Mock.healthPort} is its number.
   *
   * @default none; the main port always serves them, too
   */
  readonly healthPort?: number;
  /**
   * Enables metrics in the format of Prometheus, at `/_sandbox/metrics`.
   *
   * @default false
   */
  readonly metrics?: boolean;
  /**
   * `'json'` writes one JSON object for each request to the standard output, and for the start, the end and internal
   * errors of the sandbox. Lines never contain a token, a path, a header or a body. `'text'` only passes internal
   * errors to `log`.
   *
   * @default 'text'
   */
  readonly logFormat?: 'text' | 'json';
  /**
   * The maximum number of concurrent requests. Others get a 503 with `Retry-After`. Requests that a fault delays do not
   * count.
   *
   * @default no limit
   */
  readonly maxInFlight?: number;
  /**
   * The maximum time in milliseconds that a request waits to be processed. After that it gets a 503 with `Retry-After`.
   *
   * @default no limit
   */
  readonly maxDelayMs?: number;
  /**
   * The time in milliseconds during which the sandbox still accepts requests after {@link Mock.close}, while
   * `/_sandbox/ready` already fails: the time for a load balancer to notice.
   *
   * @default 0
   */
  readonly shutdownDelayMs?: number;
}

/** Options for stopping a sandbox. */
export interface CloseOptions {
  /** Does not wait: connections are cut, and queued ingestions remain in the database. */
  readonly now?: boolean;
}

/** A running sandbox. */
export interface Mock extends AsyncDisposable {
  /** The origin, without a trailing slash: `http://127.0.0.1:4010`. */
  readonly url: string;
  /** The port that it listens on. */
  readonly port: number;
  /** The port for probes and metrics, if there is one. */
  readonly healthPort: number | undefined;
  /** The base URL of each API, to use instead of the production URLs. */
  readonly baseUrls: Readonly<Record<ApiName, string>>;
  /** The default workspace, which does not exist without {@link SharingOptions.defaultWorkspace}. */
  readonly workspace: SandboxWorkspace;
  /**
   * All workspaces. Others can be created.
   *
   * @example
   * ```ts
   * import { startMock } from '@telecrm/mock';
   *
   * await using mock = await startMock();
   * const { enterpriseId, syncToken } = await mock.workspaces.create({ defaultCountry: 'US' });
   * console.log(enterpriseId, syncToken.length);
   * ```
   */
  readonly workspaces: SandboxWorkspaces;
  /**
   * Stops the sandbox: it accepts no new requests, closes idle connections immediately, completes requests in flight,
   * processes queued ingestions within a time limit, and closes the database. Resolves when all of this is done. Can be
   * called repeatedly; a second call with `now` aborts the waiting of the first.
   */
  close(options?: CloseOptions): Promise<void>;
}
