import { InvalidInputError } from '../../refusals/application-error.ts';
import { isReachable } from './public-only-lookup.ts';
import { allowedReceivers, hostOf, receiverError, urlNotPublic } from './receiver.ts';

/** How long it may take to resolve the name of a receiver, in milliseconds. */
const lookupTimeoutMs = 3_000;

/**
 * Refuses an address that may not be a receiver, or whose name leads to one that is not public. A name that does not
 * resolve yet is accepted: it is checked again before each delivery.
 */
export const requirePublicReceiver = async (address: string): Promise<void> => {
  const url = new URL(address);
  const reach = allowedReceivers();
  const fault = receiverError(url, reach);
  const isOpen = fault === undefined && (await isReachable(hostOf(url), reach, lookupTimeoutMs));
  if (isOpen === false) throw new InvalidInputError([{ path: 'url', ...(fault ?? urlNotPublic) }]);
};
