import { isIP } from 'node:net';

/**
 * The network that an address is counted with: an IPv4 address itself, and the first 64 bits of an IPv6 address, because
 * a provider gives each customer at least that many addresses. A proxy may have added brackets and a port.
 *
 * @returns The same text for all addresses of a network, however they are written. Text that is not an address is
 * returned unchanged.
 */
export function networkOf(address: string): string {
  const [, v4] = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)(?::\d+)?$/i.exec(address) ?? [];
  if (v4 !== undefined && isIP(v4) === 4) return v4;
  const [, bracketed = address] = /^\[(.*)\](?::\d+)?$/.exec(address) ?? [];
  const [v6 = ''] = bracketed.split('%');
  if (isIP(v6) !== 6) return address;
  const groups = groupsOf(v6);
  const mapped = groups.slice(0, 6).join(':') === '0:0:0:0:0:ffff';
  if (!mapped) return `${groups.slice(0, 4).join(':')}::/64`;
  return groups
    .slice(6)
    .flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 0xff])
    .join('.');
}

/** The eight groups of an IPv6 address, without leading zeros. */
function groupsOf(address: string): string[] {
  // In the URL standard's form, an embedded IPv4 address is two groups.
  const { hostname } = new URL(`http://[${address}]`);
  const [start = '', end] = hostname.slice(1, -1).split('::');
  const [first, last] = [start, end ?? ''].map((part) => part.split(':').filter(Boolean));
  const present = [...(first ?? []), ...(last ?? [])];
  const zeros = Array.from({ length: 8 - present.length }, () => '0');
  return [...(first ?? []), ...zeros, ...(last ?? [])];
}
