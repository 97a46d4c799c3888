import { assertArgument, assertOptions } from '../arguments/assert-argument.ts';
import type { RateLimiter } from '../rate-limit/limiter.ts';
import { isObject } from '../request/body.ts';
import { fillPath } from '../request/fill-path.ts';
import type { Operation } from '../request/operation.ts';
import type { RequestDefaults } from '../request/request.ts';
import { createSend, type Send } from '../send/send.ts';
import { assertNotBrowser } from './browser.ts';
import { connect } from './connection.ts';
import type { ClientOptions } from './options.ts';
import type { TokenSource } from './token.ts';

/** The differences between the two APIs when a request is sent. */
export interface ApiDefinition {
  readonly type: 'Sync' | 'Async';
  /** The base URL of production. */
  readonly production: string;
  readonly operations: readonly Operation[];
  /** Converts a body to the form that this API expects. */
  readonly prepareBody: (body: unknown) => unknown;
  /** The default rate limiter. */
  readonly limiter: RateLimiter;
}

export interface TransportOptions extends ClientOptions {
  token?: TokenSource | undefined;
  baseUrl?: string | undefined;
}

/** Sends requests to one API for one workspace. */
export interface Transport {
  readonly send: Send;
  /** The settings that all requests of the client share. */
  readonly defaults: RequestDefaults;
}

/** The options that are functions. */
const functions = ['fetch', 'check', 'logger'] as const;

/** Throws if the options are invalid. */
export function openTransport(api: ApiDefinition, options: TransportOptions): Transport {
  assertOptions(options);
  for (const name of functions) {
    const value = options[name];
    assertArgument(!value || typeof value === 'function', `${name} must be a function`, value);
  }
  assertNotBrowser(options.dangerouslyAllowBrowser);
  const connection = connect(api.type, api.production, options);
  const limiter = options.rateLimit === false ? undefined : (options.rateLimit ?? api.limiter);
  const isLimiter = !limiter || (isObject(limiter) && 'acquire' in limiter);
  assertArgument(isLimiter, 'rateLimit must be false or from createRateLimiter()', limiter);
  const { baseUrl, enterpriseId } = connection;
  const workspaceUrl = baseUrl + fillPath('/enterprise/{enterpriseId}', { enterpriseId });
  const { headers } = options;
  return {
    send: createSend(connection, options, limiter),
    defaults: { baseUrl, enterpriseId, workspaceUrl, headers, prepareBody: api.prepareBody },
  };
}
