import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { encodeResponse, errorResponse } from '@telecrm/sandbox/adapter';
import type { Readiness } from '../../lifecycle/readiness.ts';
import { handleSafely, type IncomingHandler, type Log } from '../node-server.ts';
import { alwaysAdmitted } from './admit.ts';
import type {
  HealthThreadData,
  PreparedResponse,
  RelayedRequest,
  ToMain,
  ToThread,
} from './health-messages.ts';
import { probePaths } from './probes.ts';

const healthPath = '/_sandbox/health';
const paths: readonly string[] = [...Object.values(probePaths), ...alwaysAdmitted];

/** The responses that change only with the readiness. */
const preparedPaths: readonly string[] = [...Object.values(probePaths), healthPath];

/** The interval of the signs that the event loop is running, in milliseconds. */
const beatMs = 500;

export interface HealthServer {
  readonly port: number;
  /** Resolves once the probes respond according to the current readiness. */
  updated(): Promise<void>;
  close(): void;
}

interface Options {
  readonly port: number;
  readonly host: string;
  readonly readiness: Readiness;
  readonly log: Log;
  /**
   * The time without a sign after which the event loop counts as blocked, in milliseconds.
   *
   * @default 10_000
   */
  readonly staleMs?: number;
}

/**
 * Starts a server for monitoring in a separate thread, so that probes wait neither for requests that are being processed
 * nor behind clients that connect at the same time. If the event loop of this thread is blocked for a long time, it no
 * longer responds. It serves HTTP only, because probes do not verify certificates.
 *
 * @param handle The function that responds to the same paths on the main port.
 */
export async function startHealthServer(
  handle: IncomingHandler,
  { port, host, readiness, log, staleMs = 10_000 }: Options,
): Promise<HealthServer> {
  const { Worker } = process.getBuiltinModule('node:worker_threads');
  const beat = new Int32Array(new SharedArrayBuffer(4));
  const workerData: HealthThreadData = { port, host, beat, staleMs };
  const thread = new Worker(threadUrl(), { workerData });
  const send = (message: ToThread) => thread.postMessage(message);
  let onUpdated = () => {};
  let hasEnded = false;

  const prepare = async () => {
    const prepared: Record<string, PreparedResponse> = {};
    for (const url of preparedPaths) {
      const response = await responseTo({ method: 'GET', url, headers: {}, address: '' });
      if (response) prepared[url] = response;
    }
    if (hasEnded) return;
    const updated = Promise.withResolvers<void>();
    onUpdated = updated.resolve;
    send({ prepared });
    await updated.promise;
  };
  const responseTo = async (request: Omit<RelayedRequest, 'id'>) => {
    const isKnown = paths.includes(request.url);
    const response = isKnown
      ? await handleSafely(handle, toIncoming(request), {}, log)
      : notFound();
    return response === 'cut' ? undefined : encodeResponse(response);
  };

  const listening = Promise.withResolvers<number>();
  thread.on('message', async (message: ToMain) => {
    if ('port' in message) listening.resolve(message.port);
    else if ('isUpdated' in message) onUpdated();
    else if ('failure' in message) {
      listening.reject(Object.assign(new Error(), message.failure));
    } else send({ id: message.id, response: await responseTo(message) });
  });
  thread.once('error', (error) => {
    listening.reject(error);
    log(`the thread of the health port has ended: ${error}`);
  });
  thread.once('exit', () => {
    hasEnded = true;
    onUpdated();
  });
  const timer = setInterval(() => Atomics.add(beat, 0, 1), beatMs);
  const close = () => {
    clearInterval(timer);
    void thread.terminate();
  };
  try {
    const boundPort = await listening.promise;
    timer.unref();
    thread.unref();
    // One after the other, so that the last one is the newest.
    let preparing = prepare();
    readiness.onChange(() => {
      preparing = preparing.then(prepare);
    });
    await preparing;
    return { port: boundPort, updated: () => preparing, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** The program of the thread: beside this module, or built beside the bundle. */
function threadUrl(): URL {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`./health-thread.${extension}`, import.meta.url);
}

/** A request as Node's server would pass it to the handler. */
function toIncoming({ method, url, headers, address }: Omit<RelayedRequest, 'id'>) {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: address });
  const incoming = new IncomingMessage(socket);
  Object.assign(incoming, { method, url, headers });
  incoming.push(null);
  return incoming;
}

function notFound() {
  return errorResponse(
    404,
    'NOT_FOUND',
    `There is no such path. The paths are ${paths.join(', ')}.`,
  );
}
