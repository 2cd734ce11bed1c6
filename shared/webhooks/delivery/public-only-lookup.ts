import { type LookupAddress, type LookupAllOptions, lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { wordReason } from '../../refusals/word-reason.ts';
import { type AllowedReceivers, isReceiverAllowed, urlNotPublic } from './receiver.ts';

/** A name leads to an address that must not be reached. */
export class AddressNotPublicError extends Error {
  override readonly name = 'AddressNotPublicError';

  constructor() {
    super(wordReason(urlNotPublic, 'en'));
  }
}

/** Resolves a name to all its addresses, as `dns.lookup` does. */
export type Resolve = (
  name: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * A `lookup` for sockets that gives only addresses which may be reached, and fails with `AddressNotPublicError` where a
 * name has any other. The socket connects to the address that was checked, so that a name which resolves differently
 * the next time is no way around it (DNS rebinding).
 */
export const publicOnlyLookup =
  (reach: AllowedReceivers, resolve: Resolve = systemLookup): LookupFunction =>
  (name, options, callback) => {
    resolve(name, { ...options, all: true }, (error, addresses) => {
      const [first] = error ? [] : addresses;
      if (error) callback(error, []);
      else if (!first || addresses.some(({ address }) => !isReceiverAllowed(address, reach)))
        callback(new AddressNotPublicError(), []);
      else if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };

/**
 * Whether a name resolves to public addresses only, now; `unknown` where it does not resolve, or not in time
 * (milliseconds).
 */
export const isReachable = (
  name: string,
  reach: AllowedReceivers,
  timeoutMs: number,
  resolve: Resolve = systemLookup,
): Promise<boolean | 'unknown'> =>
  new Promise((settle) => {
    const timer = setTimeout(() => settle('unknown'), timeoutMs);
    publicOnlyLookup(reach, resolve)(name, { all: true }, (error) => {
      clearTimeout(timer);
      if (error instanceof AddressNotPublicError) settle(false);
      else settle(error ? 'unknown' : true);
    });
  });
