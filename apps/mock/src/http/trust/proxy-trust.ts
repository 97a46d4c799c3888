import type { IncomingMessage } from 'node:http';

/** The caller of a request. */
interface Caller {
  /** The address: of the connection, or as reported by trusted proxies. */
  readonly address: string;
  /** Whether the connection is from a trusted proxy. */
  readonly isProxied: boolean;
}

/** Identifies the caller. Headers count only if they come from a trusted proxy. */
export type CallerOf = (incoming: IncomingMessage) => Caller;

/** Trusts no proxy. */
const direct: CallerOf = ({ socket }) => ({
  address: socket.remoteAddress ?? '',
  isProxied: false,
});

/** The error for an invalid address. */
export class ProxyAddressError extends Error {
  override readonly name = 'ProxyAddressError';
}

/**
 * Trusts proxies by their addresses.
 *
 * @param proxies Addresses, subnets (`10.0.0.0/8`), or `loopback`, `linklocal` and `uniquelocal` (private addresses).
 * @throws ProxyAddressError if one of them is invalid.
 */
export async function trustProxies(proxies: readonly string[]): Promise<CallerOf> {
  if (proxies.length === 0) return direct;
  const { default: proxyaddr } = await import('proxy-addr');
  const isTrusted = compile(() => proxyaddr.compile([...proxies]));
  return (incoming) => {
    const address = incoming.socket.remoteAddress ?? '';
    if (address === '' || !isTrusted(address, 0)) return { address, isProxied: false };
    // Goes from the connection to the first untrusted address: earlier entries may be forged.
    return { address: proxyaddr(incoming, isTrusted), isProxied: true };
  };
}

function compile<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw new ProxyAddressError(error instanceof Error ? error.message : String(error));
  }
}
