import { createRequestHandler } from './calls/handle-request.ts';
import type { ServerContext } from './calls/server-context.ts';
import type { Clock } from './clock/clock.ts';
import { deterministicClock } from './clock/deterministic-clock.ts';
import { systemClock } from './clock/system-clock.ts';
import { isControlPath } from './control/path.ts';
import type { ResponseOrCut } from './faults/apply-fault.ts';
import { facts } from './generated/facts.ts';
import type { Hosting } from './hosting/hosting.ts';
import type { ApiRequest } from './http/api-request.ts';
import type { ApiResponse } from './http/api-response.ts';
import { createIngestionQueue } from './ingestions/ingestion-queue.ts';
import type { SandboxObserver } from './observer.ts';
import type { SandboxOptions } from './options.ts';
import { type ExampleSource, noExamples } from './prefer/example-source.ts';
import { rateLimitsOf } from './rate-limit/rate-limits.ts';
import { createMemoryStorage } from './storage/memory/memory-storage.ts';
import { createTokenReader } from './tokens/token-reader.ts';
import { addWorkspace } from './workspaces/add-workspace.ts';
import { createRecordOpener, type LimitStore } from './workspaces/opened-workspaces.ts';
import { parseDefinition } from './workspaces/parse-definition.ts';

/** Options for a server in front of a sandbox. */
export interface HostOptions extends SandboxOptions {
  /** Responds to requests with a `Prefer` header. */
  readonly examples?: ExampleSource;
  /** Responds to every request from `examples`. */
  readonly stateless?: boolean;
  /** Turns it into a shared sandbox: the result of `createHosting` of `@telecrm/sandbox/hosting`. */
  readonly hosting?: (server: ServerContext) => Hosting;
  /** Receives events of the sandbox. */
  readonly observer?: SandboxObserver;
}

/** A sandbox for a server in front of it, without its default workspace. */
export interface OpenSandbox {
  readonly server: ServerContext;
  /** Handles a request. The result `'cut'` means that the server must cut the connection. */
  handle(request: ApiRequest): Promise<ResponseOrCut>;
  /** Stops the expiry of workspaces, which runs in the background. */
  stop(): void;
  /** Adds the default workspace, unless a snapshot has added one. */
  addDefaultWorkspace(): Promise<void>;
}

const logToConsole = (text: string) => console.error(`telecrm-sandbox: ${text}`);

/**
 * Creates a sandbox from its parts.
 *
 * @example
 * ```ts
 * import { openSandbox } from '@telecrm/sandbox/adapter';
 *
 * const { handle, addDefaultWorkspace, stop } = openSandbox();
 * await addDefaultWorkspace();
 * const response = await handle({
 *   method: 'GET',
 *   pathname: '/_sandbox/workspaces',
 *   search: '',
 *   header: () => undefined,
 *   readBody: async () => new Uint8Array(),
 * });
 * console.log(response === 'cut' ? 'Cut the connection' : response.status);
 * stop();
 * ```
 */
export function openSandbox(options: HostOptions = {}): OpenSandbox {
  const { asyncDelayMs = 50, strict = false, stateless = false, log = logToConsole } = options;
  const clock = options.deterministic ? deterministicClock() : systemClock(options.clock);
  // Before anything runs in the background, because it throws if the definition is invalid.
  const settings = defaultSettings(options);
  const { storage = createMemoryStorage(), observer } = options;
  let hosting: Hosting | undefined;
  const limit: LimitStore = (store, record) => hosting?.policy?.limit(store, record) ?? store;
  const open = createRecordOpener(storage, clock, limit);
  const base: ServerContext = {
    storage,
    grantOf: createTokenReader(storage),
    open,
    queue: createIngestionQueue({
      ...{ storage, clock, open, limit, delayMs: asyncDelayMs, log, observer },
    }),
    rateLimits: rateLimitsOf(options.requestsPerHour),
    clock,
    strict,
    stateless,
    examples: options.examples ?? noExamples,
    log,
    observer,
  };
  hosting = options.hosting?.(base);
  const server: ServerContext = { ...base, policy: hosting?.policy };
  const handleRequest = createRequestHandler(server);
  // Loaded on first use: most programs and pages never use it, and it is a tenth of a browser's bundle.
  let control: Promise<(request: ApiRequest) => Promise<ApiResponse>> | undefined;
  const handleControl = async (request: ApiRequest) => {
    control ??= import('./control/control.ts').then(({ createControlHandler }) =>
      createControlHandler(server, options.controlToken, hosting?.control),
    );
    return (await control)(request);
  };
  return {
    server,
    handle(request) {
      const response = isControlPath(request.pathname)
        ? handleControl(request)
        : handleRequest(request);
      if (!clock.deterministic) return response;
      storage.saveCallCount(clock.callCount);
      return response.then((it) => withDate(it, clock));
    },
    stop: () => hosting?.stop(),
    async addDefaultWorkspace() {
      clock.callCount = await storage.readCallCount();
      // A deleted default workspace must not be created again, because its tokens are public.
      const isUsed = (await storage.totals()).workspaces > 0;
      if (!isUsed) await addWorkspace(storage, settings, clock.initial);
    },
  };
}

function withDate(response: ResponseOrCut, clock: Clock): ResponseOrCut {
  const date = clock.httpDate();
  if (response === 'cut' || date === undefined) return response;
  return { ...response, headers: { ...response.headers, date } };
}

function defaultSettings({ workspace }: SandboxOptions) {
  const { enterpriseId, tokens } = facts;
  const parsed = parseDefinition(workspace, { enterpriseId, prefix: 'workspace.' });
  if ('problem' in parsed) throw new TypeError(parsed.problem);
  return { definition: parsed.definition, tokens, withRecords: workspace === undefined };
}
