import type { IncomingMessage } from 'node:http';

/** Who is really calling. */
interface Caller {
  /** The address: of the connection, or what proxies that are trusted say. */
  readonly address: string;
  /** Whether the connection is from a proxy that is trusted. */
  readonly isProxied: boolean;
}

/** Finds out who is calling. Headers count only when they come from a proxy that is trusted. */
export type CallerOf = (incoming: IncomingMessage) => Caller;

/** Trusts nobody. */
const direct: CallerOf = ({ socket }) => ({
  address: socket.remoteAddress ?? '',
  isProxied: false,
});

/** Says that an address cannot be one. */
export class ProxyAddressError extends Error {
  override readonly name = 'ProxyAddressError';
}

/**
 * Trusts proxies by their addresses.
 *
 * @param proxies Addresses, subnets (`10.0.0.0/8`), or `loopback`, `linklocal` and `uniquelocal`, which is the private ones.
 * @throws ProxyAddressError if one of them is none of these.
 */
export async function trustProxies(proxies: readonly string[]): Promise<CallerOf> {
  if (proxies.length === 0) return direct;
  const { default: proxyaddr } = await import('proxy-addr');
  const isTrusted = compile(() => proxyaddr.compile([...proxies]));
  return (incoming) => {
    const address = incoming.socket.remoteAddress ?? '';
    if (address === '' || !isTrusted(address, 0)) return { address, isProxied: false };
    // It walks from the connection to the first address that is not trusted: what stands before it may be invented.
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
