import { isIP } from 'node:net';
import type { Reason } from '../../refusals/codes.ts';
import { reason } from '../../refusals/reason.ts';
import { isLoopbackIp, isPublicIp } from './public-ip.ts';

/** Which addresses may be reached. */
export type AllowedReceivers = 'public' | 'public-and-loopback';

/**
 * Which receivers a function may reach. The stack never sets the variable; the emulator does, since its receivers run
 * on this machine.
 */
export const allowedReceivers = (): AllowedReceivers =>
  process.env.WEBHOOK_LOOPBACK === 'allowed' ? 'public-and-loopback' : 'public';

/** True where messages may be sent to an IP address. */
export const isReceiverAllowed = (address: string, reach: AllowedReceivers): boolean =>
  isPublicIp(address) || (reach === 'public-and-loopback' && isLoopbackIp(address));

/**
 * The name or IP address in an address, without the brackets of IPv6. Decimal, octal and short forms of IPv4 have been
 * resolved by `URL`.
 */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1');

/** Why an address that is not public may not be a receiver. */
export const urlNotPublic = reason('urlNotPublic');

/**
 * Why an address may not be a receiver, as far as that is known without resolving its name; `undefined` where it may.
 */
export const receiverError = (url: URL, reach: AllowedReceivers): Reason | undefined => {
  const host = hostOf(url);
  const isHere = reach === 'public-and-loopback' && (host === 'localhost' || isLoopbackIp(host));
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere)) return reason('httpsRequired');
  if (url.username || url.password) return reason('urlWithCredentials');
  if (url.hash) return reason('urlWithFragment');
  const port = Number(url.port || 443);
  // Lower ports belong to other services, which do not speak HTTP.
  if (port !== 443 && port < 1024) return reason('urlPort', { port });
  if (isIP(host) && !isReceiverAllowed(host, reach)) return urlNotPublic;
  return undefined;
};
