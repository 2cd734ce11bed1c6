import ipaddr from 'ipaddr.js';

/**
 * The part of IPv6 that is assigned to the public; the rest is special or unassigned (RFC 4291, section 2.4; IANA's
 * registry).
 */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * True for an IP address that leads into the public Internet: no private, shared, link-local, loopback, multicast,
 * documentation or reserved one, and none of IPv6 that stands for another of IPv4 (mapped, NAT64, 6to4, Teredo), since
 * that may be any of these.
 */
export const isPublicIp = (address: string): boolean => {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || parsed.match(globalUnicast);
};

/** True for an address of this machine. */
export const isLoopbackIp = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.parse(address).range() === 'loopback';
