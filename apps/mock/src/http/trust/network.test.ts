import { describe, expect, it } from 'vitest';
import { networkOf } from './network.ts';

describe('the network of an address', () => {
  it.each([
    ['an IPv4 address', '203.0.113.7', '203.0.113.7'],
    ['one with the port that some proxies add', '203.0.113.7:50123', '203.0.113.7'],
    ['an IPv4 address on an IPv6 socket', '::ffff:203.0.113.7', '203.0.113.7'],
    ['the same in hexadecimal', '::FFFF:cb00:7107', '203.0.113.7'],
    ['the same in full', '0:0:0:0:0:ffff:cb00:7107', '203.0.113.7'],
    ['an IPv6 address', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['a neighbor of it', '2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
    ['one with brackets and a port', '[2001:db8:1:2::1]:443', '2001:db8:1:2::/64'],
    ['one with an embedded IPv4 address', '2001:db8:1:2::203.0.113.7', '2001:db8:1:2::/64'],
    ['one with zeros in its network', '2001:db8::1:0:0:1', '2001:db8:0:0::/64'],
    ['one with zeros at its end', '2001:db8:1:2::', '2001:db8:1:2::/64'],
    ['one with an interface', 'fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['loopback', '::1', '0:0:0:0::/64'],
    ['no address', 'unknown', 'unknown'],
    ['an impossible one', '999.0.113.7', '999.0.113.7'],
    ['nothing', '', ''],
  ])('is that of %s', (_, address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('is the same for every form of an address, and another one for every other network', () => {
    const networks = new Set<string>();
    for (let count = 0; count < 300; count++) {
      const random = () => Math.floor(Math.random() * 0x10000) * Number(Math.random() < 0.7);
      const groups = Array.from({ length: 8 }, (_, index) =>
        index === 0 ? 0x2001 + count : random(),
      );
      const full = groups.map((group) => group.toString(16).padStart(4, '0')).join(':');
      const short = new URL(`http://[${full}]`).hostname;
      const network = networkOf(full);
      for (const form of [short, short.slice(1, -1), `${short}:80`, full.toUpperCase()]) {
        expect(networkOf(form)).toBe(network);
      }
      const host = [...groups.slice(0, 4), random(), random(), random(), random()];
      expect(networkOf(host.map((group) => group.toString(16)).join(':'))).toBe(network);
      networks.add(network);
    }
    expect(networks.size).toBe(300);
  });
});
