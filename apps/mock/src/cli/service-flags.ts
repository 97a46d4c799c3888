import { isLocalName, isLoopback } from '../http/trust/local-only.ts';
import type { MockOptions } from '../options.ts';
import { numberOf, UsageError } from './flag-values.ts';

/** The flags of a sandbox that runs as a service, in the form of `parseArgs`. */
export const serviceFlags = {
  'tls-cert': { type: 'string' },
  'tls-key': { type: 'string' },
  'trust-proxy': { type: 'string' },
  'health-port': { type: 'string' },
  metrics: { type: 'boolean', default: false },
  'log-format': { type: 'string', default: 'text' },
  'shutdown-delay-ms': { type: 'string' },
  'max-in-flight': { type: 'string' },
  'max-delay-ms': { type: 'string' },
} as const;

export const serviceHelp = `
  --tls-cert FILE, --tls-key FILE  serves HTTPS with this certificate and key in PEM format, and reloads them when the files change
  --trust-proxy LIST  trusts requests from these proxies, whatever their Host header: addresses, subnets, loopback, uniquelocal
  --health-port N     also serves live, ready, health and metrics, and nothing else, on this port, over HTTP
  --metrics           provides Prometheus metrics at /_sandbox/metrics
  --log-format F      json logs one JSON object per request, without anything that was sent; text by default
  --shutdown-delay-ms MS  keeps accepting requests for this long after SIGTERM, while /_sandbox/ready already fails; 0 by default
  --max-in-flight N   returns a 503 with Retry-After if this many requests are in flight; 0 means no limit
  --max-delay-ms MS   returns a 503 with Retry-After if a request waits longer than this; 0 means no limit; the defaults are
                      100 and 50 if other machines can reach the sandbox, else 0`.slice(1);

/** The values of these flags. */
interface ServiceValues {
  'tls-cert'?: string | undefined;
  'tls-key'?: string | undefined;
  'trust-proxy'?: string | undefined;
  'health-port'?: string | undefined;
  metrics: boolean;
  'log-format': string;
  'shutdown-delay-ms'?: string | undefined;
  'max-in-flight'?: string | undefined;
  'max-delay-ms'?: string | undefined;
}

type ServiceOptions = Pick<
  MockOptions,
  | 'tls'
  | 'trustProxy'
  | 'healthPort'
  | 'metrics'
  | 'logFormat'
  | 'shutdownDelayMs'
  | 'maxInFlight'
  | 'maxDelayMs'
>;

/** Limits protect a shared sandbox. Local tests must not fail because of them. */
const sharedLimits = { maxInFlight: 100, maxDelayMs: 50 };

export function readServiceFlags(values: ServiceValues, host: string): ServiceOptions {
  const { metrics, 'log-format': logFormat } = values;
  if (logFormat !== 'text' && logFormat !== 'json') {
    throw new UsageError('--log-format must be json or text');
  }
  const isShared = !isLocalName(host) && !isLoopback(host);
  const { maxInFlight, maxDelayMs } = isShared ? sharedLimits : { maxInFlight: 0, maxDelayMs: 0 };
  const limits = {
    maxInFlight: numberOf(values['max-in-flight'], '--max-in-flight', 0, 1_000_000) ?? maxInFlight,
    maxDelayMs: numberOf(values['max-delay-ms'], '--max-delay-ms', 0, 60_000) ?? maxDelayMs,
  };
  const delay = values['shutdown-delay-ms'];
  const { 'tls-cert': cert, 'tls-key': key, 'trust-proxy': proxies } = values;
  if ((cert === undefined) !== (key === undefined) || cert === '' || key === '') {
    throw new UsageError('use --tls-cert and --tls-key together, each with the name of a file');
  }
  const healthPort = numberOf(values['health-port'], '--health-port', 0, 65_535);
  const trustProxy = proxies?.split(',').filter(Boolean);
  if (trustProxy?.length === 0) {
    throw new UsageError('--trust-proxy needs addresses, such as loopback or 10.0.0.0/8');
  }
  return {
    ...(cert !== undefined && key !== undefined && { tls: { cert, key } }),
    ...(trustProxy && { trustProxy }),
    ...(healthPort !== undefined && { healthPort }),
    metrics,
    logFormat,
    shutdownDelayMs: numberOf(delay, '--shutdown-delay-ms', 0, 600_000) ?? 0,
    ...(limits.maxInFlight > 0 && { maxInFlight: limits.maxInFlight }),
    ...(limits.maxDelayMs > 0 && { maxDelayMs: limits.maxDelayMs }),
  };
}
