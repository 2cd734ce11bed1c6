import { type LookupAddress, type LookupAllOptions, lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { mayReach, notPublic, type Reach } from './receiver.ts';

/** A name leads to an address that must not be reached. */
export class NotPublic extends Error {
  override readonly name = 'NotPublic';

  constructor() {
    super(notPublic);
  }
}

/** Resolves a name to all its addresses, as `dns.lookup` does. */
export type Resolve = (
  name: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * A `lookup` for sockets that gives only addresses which may be reached, and fails with `NotPublic` where a name has any other. The
 * socket connects to what has been checked: a name that answers differently the next time gains nothing (DNS rebinding).
 */
export const guardedLookup =
  (reach: Reach, resolve: Resolve = systemLookup): LookupFunction =>
  (name, options, callback) => {
    resolve(name, { ...options, all: true }, (error, addresses) => {
      const [first] = error ? [] : addresses;
      if (error) callback(error, []);
      else if (!first || addresses.some(({ address }) => !mayReach(address, reach))) callback(new NotPublic(), []);
      else if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };

/** Whether a name leads to public addresses only, now; `unknown` where it leads nowhere, or nobody says so in time (milliseconds). */
export const isReachable = (
  name: string,
  reach: Reach,
  patience: number,
  resolve: Resolve = systemLookup,
): Promise<boolean | 'unknown'> =>
  new Promise((settle) => {
    const timer = setTimeout(() => settle('unknown'), patience);
    guardedLookup(reach, resolve)(name, { all: true }, (error) => {
      clearTimeout(timer);
      if (error instanceof NotPublic) settle(false);
      else settle(error ? 'unknown' : true);
    });
  });
