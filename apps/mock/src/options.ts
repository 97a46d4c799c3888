/// <reference lib="esnext.disposable" preserve="true" />
import type {
  ApiName,
  SandboxOptions,
  SandboxWorkspace,
  SandboxWorkspaces,
} from '@telecrm/sandbox';
import type { Quotas } from '@telecrm/sandbox/hosting';

/** How partners share a sandbox. */
export interface SharingOptions {
  /**
   * The bearer token that creates partners under `/_sandbox/partners` and manages everything. The control surface then
   * requires it, a `controlToken` or the key of a partner.
   *
   * @default none
   */
  readonly adminToken?: string;
  /**
   * Lets anybody create a workspace without a key. It expires after a day unless a partner claims it.
   *
   * @default false
   */
  readonly open?: boolean;
  /**
   * After how many milliseconds without a request a partner's workspace expires. Responses announce the time in a `Sunset`
   * header.
   *
   * @default never
   */
  readonly expireAfterMs?: number;
  /**
   * Adds the default workspace `ent_sandbox` when the sandbox starts for the first time. Everybody knows its tokens.
   *
   * @default true, and false with `adminToken` or `open`
   */
  readonly defaultWorkspace?: boolean;
  /** The quotas of partners and of their workspaces that differ from the defaults. */
  readonly quotas?: Partial<Quotas>;
  /** The quotas of unclaimed workspaces that differ from the defaults. */
  readonly openQuotas?: Partial<Quotas>;
}

/** An open database of `node:sqlite` or `better-sqlite3`, as far as it is used. */
export interface SqliteHandle {
  exec(text: string): unknown;
  prepare(text: string): {
    all(...values: unknown[]): unknown[];
    run(...values: unknown[]): { changes: number | bigint };
  };
  close(): unknown;
  /** As `node:sqlite` has it. */
  readonly isTransaction?: boolean;
  /** As `better-sqlite3` has it. */
  readonly inTransaction?: boolean;
}

/** Where a sandbox listens, and how it behaves. */
export interface MockOptions extends Omit<SandboxOptions, 'clock'>, SharingOptions {
  /**
   * The port to listen on. A port that is taken makes `startMock` reject with `EADDRINUSE`.
   *
   * @default 0, which takes a free port; {@link Mock.port} says which
   */
  readonly port?: number;
  /**
   * The address to listen on. With `'0.0.0.0'` other machines can reach the sandbox; its control surface only with a
   * `controlToken`.
   *
   * @default '127.0.0.1', this machine alone
   */
  readonly host?: string;
  /**
   * Answers everything from the examples of the API description and keeps nothing.
   *
   * @default false; then only requests with a `Prefer` header are answered so
   */
  readonly stateless?: boolean;
  /**
   * The bearer token that the control surface under `/_sandbox/` requires.
   *
   * @default none; then it answers this machine only
   */
  readonly controlToken?: string;
  /**
   * The reverse proxies in front of it: addresses, subnets such as `10.0.0.0/8`, or `loopback`, `linklocal` and
   * `uniquelocal`. It takes all requests that they pass on: also those to the control surface, and with any `Host` header.
   * They have to decide who may use the sandbox. From any other address, headers such as `X-Forwarded-For` count for nothing.
   *
   * @default none
   */
  readonly trustProxy?: readonly string[];
  /**
   * The files of a certificate and its key, in PEM: the sandbox then serves HTTPS. When they change, it takes the new ones
   * without a restart.
   *
   * @default none; it serves HTTP
   */
  readonly tls?: { readonly cert: string; readonly key: string };
  /**
   * An SQLite database that keeps everything: a file, which is created if it does not exist, or an open handle of
   * `node:sqlite` or `better-sqlite3`. What was answered is on disk. Only one process can use a file at a time. A JSON file
   * that an earlier version has written is imported, and kept beside the database. If the file cannot be used, `startMock`
   * rejects and leaves it as it is.
   *
   * @default none; what is in the sandbox ends with it
   */
  readonly state?: string | SqliteHandle;
  /**
   * The URL of a Postgres database that keeps everything, for any number of processes:
   * `postgres://user:password@host:5432/database`. Its role needs no rights but to create a schema, and should not be a
   * superuser, for whom Postgres does not separate workspaces.
   *
   * @default none
   */
  readonly databaseUrl?: string;
  /**
   * A port on which it answers `/_sandbox/live`, `/_sandbox/ready`, `/_sandbox/health` and `/_sandbox/metrics` and nothing
   * else, by HTTP. On the other port these wait behind everybody who connects at the same time. 0 takes a free port;
   * {@link Mock.healthPort} says which.
   *
   * @default none; they are answered on the other port, which always does
   */
  readonly healthPort?: number;
  /**
   * Keeps metrics in the format of Prometheus, at `/_sandbox/metrics`.
   *
   * @default false
   */
  readonly metrics?: boolean;
  /**
   * `'json'` writes one JSON object for each request to the standard output, and for the start, the end and mistakes of the
   * sandbox. No line ever holds a token, a path, a header or a body. `'text'` only hands mistakes to `log`.
   *
   * @default 'text'
   */
  readonly logFormat?: 'text' | 'json';
  /**
   * How many requests may be under way at once. Others get a 503 with `Retry-After`. Those that a fault delays do not count.
   *
   * @default no limit
   */
  readonly maxInFlight?: number;
  /**
   * How long, in milliseconds, a request may wait until the sandbox has time for it. It then gets a 503 with `Retry-After`.
   *
   * @default no limit
   */
  readonly maxDelayMs?: number;
  /**
   * For how many milliseconds the sandbox still takes requests after {@link Mock.close}, while `/_sandbox/ready` already
   * fails: the time that a load balancer needs to notice.
   *
   * @default 0
   */
  readonly shutdownDelayMs?: number;
}

/** How a sandbox ends. */
export interface CloseOptions {
  /** Waits for nothing: connections are cut, and what is queued stays in the database. */
  readonly now?: boolean;
}

/** A sandbox that is running. */
export interface Mock extends AsyncDisposable {
  /** The origin, without a slash at its end: `http://127.0.0.1:4010`. */
  readonly url: string;
  /** The port it listens on. */
  readonly port: number;
  /** The port for probes and metrics, if there is one. */
  readonly healthPort: number | undefined;
  /** What to use as the base URL of each API, in the place of production's. */
  readonly baseUrls: Readonly<Record<ApiName, string>>;
  /** The default workspace, which is not there without {@link SharingOptions.defaultWorkspace}. */
  readonly workspace: SandboxWorkspace;
  /**
   * All workspaces, to which others can be added.
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
   * Stops it: no new calls, idle connections end at once, calls in flight are answered, what is queued is processed as far
   * as time permits, and the database is closed. Resolves when all is done. Closing twice is harmless; with `now` the second
   * time, it ends what the first still waits for.
   */
  close(options?: CloseOptions): Promise<void>;
}
