import { isIP } from 'node:net';
import { isLoopbackIp, isPublicIp } from './public-ip.ts';

/** Which addresses may be reached. */
export type AllowedReceivers = 'public' | 'public-and-loopback';

/**
 * What a function may reach. The stack never sets the variable: the embedded cloud does, whose receivers run on this machine.
 */
export const allowedReceivers = (): AllowedReceivers =>
  process.env.WEBHOOK_LOOPBACK === 'allowed' ? 'public-and-loopback' : 'public';

/** True where messages may be sent to an IP address. */
export const isReceiverAllowed = (address: string, reach: AllowedReceivers): boolean =>
  isPublicIp(address) || (reach === 'public-and-loopback' && isLoopbackIp(address));

/** The name or IP address in an address, without the brackets of IPv6. Decimal, octal and short forms of IPv4 have been resolved by `URL`. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1');

export const notPublicMessage = 'leads to an address that is not public';

/** Why an address may not be a receiver, as far as it can be told without resolving its name; `undefined` where it may. */
export const receiverError = (url: URL, reach: AllowedReceivers): string | undefined => {
  const host = hostOf(url);
  const isHere = reach === 'public-and-loopback' && (host === 'localhost' || isLoopbackIp(host));
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere)) return 'must begin with https://';
  if (url.username || url.password) return 'may hold no name or password';
  if (url.hash) return 'may hold no fragment (#)';
  const port = Number(url.port || 443);
  // Below are the ports of other services, to which nobody wants to speak HTTP.
  if (port !== 443 && port < 1024) return `has the port ${port}; only 443 and those from 1024 on are used`;
  if (isIP(host) && !isReceiverAllowed(host, reach)) return notPublicMessage;
  return undefined;
};
