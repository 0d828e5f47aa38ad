import { BlockList, isIP, isIPv4 } from 'node:net';

/** Address ranges that no outgoing request may reach, as data. Sources: IANA special-purpose registries (RFC 6890 and its updates). */
export const CLOSED_RANGES = {
  version: '2026-11',
  source: 'IANA IPv4/IPv6 Special-Purpose Address Registry（RFC 6890 及其更新），以及云平台元数据地址',
  effectiveFrom: '2026-11-01',
  ipv4: [
    ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.88.99.0', 24],
    ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4], ['168.63.129.16', 32],
  ],
  /** The closed ranges in which a unit's own servers stand (RFC 1918, RFC 4193); open to hosts that the settings name, and to no other. */
  private: [['10.0.0.0', 8], ['172.16.0.0', 12], ['192.168.0.0', 16], ['fc00::', 7]],
  /** Of IPv6 only 2000::/3 is open at all; these parts of it are closed: documentation, Teredo, 6to4 and other tunnels carry an inner address. */
  ipv6: [['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]],
} as const;

const OPEN_IPV6 = new BlockList();
OPEN_IPV6.addSubnet('2000::', 3, 'ipv6');
const CLOSED_IPV6 = new BlockList();
for (const [net, prefix] of CLOSED_RANGES.ipv6) CLOSED_IPV6.addSubnet(net, prefix, 'ipv6');
const CLOSED_IPV4 = new BlockList();
for (const [net, prefix] of CLOSED_RANGES.ipv4) CLOSED_IPV4.addSubnet(net, prefix, 'ipv4');

const PRIVATE = new BlockList();
for (const [net, prefix] of CLOSED_RANGES.private) PRIVATE.addSubnet(net, prefix, isIPv4(net) ? 'ipv4' : 'ipv6');

/** True when the address lies in the open internet. Mapped and translated IPv6 writings are outside 2000::/3 and therefore closed. */
export function isOpenAddress(address: string): boolean {
  const kind = isIP(address);
  if (kind === 4) return !CLOSED_IPV4.check(address, 'ipv4');
  return kind === 6 && !address.includes('%') && OPEN_IPV6.check(address, 'ipv6') && !CLOSED_IPV6.check(address, 'ipv6');
}

/** True for this machine itself; reachable only where the settings allow it, never in production. */
export const isLoopbackAddress = (address: string): boolean => (isIPv4(address) ? address.startsWith('127.') : address === '::1');

/** True for a server of the unit's own network. */
export const isPrivateAddress = (address: string): boolean => isIP(address) !== 0 && !address.includes('%') && PRIVATE.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
