import { setTimeout as pause } from 'node:timers/promises';
import { leaseMs, readLease, releaseLease, renewLease, takeLease } from '../../desk/store/lease.ts';

/** How often a lease is renewed, in milliseconds: several renewals may fail before it is lost. */
const renewalMs = leaseMs / 6;

/** How often a worker looks at the lease of another, in milliseconds. */
const pollIntervalMs = 250;

/** Another worker has taken over a lease, and with it the work. */
class LeaseLostError extends Error {
  override readonly name = 'LeaseLostError';
}

/**
 * Does some work on an exhibition's public side, or on a job, while no other worker does any, and gives true. Gives
 * false, and has done nothing, where another live worker holds the lease. The signal aborts when the lease is lost: the
 * work must stop then.
 */
export const withLease = async (pk: string, work: (signal: AbortSignal) => Promise<void>): Promise<boolean> => {
  const holder = await takeOver(pk);
  if (holder === undefined) return false;
  const lost = new AbortController();
  let heldUntil = Date.now() + leaseMs;
  const renew = async (): Promise<void> => {
    const now = new Date();
    try {
      if (await renewLease(pk, holder, now)) heldUntil = now.getTime() + leaseMs;
      else lost.abort(new LeaseLostError(`Another worker has taken over ${pk}.`));
    } catch {
      // The store was busy. The next renewal may succeed; until the lease expires no other worker begins.
      if (Date.now() > heldUntil) lost.abort(new LeaseLostError(`The lease of ${pk} could not be renewed.`));
    }
  };
  const timer = setInterval(renew, renewalMs);
  try {
    await work(lost.signal);
  } finally {
    clearInterval(timer);
    await releaseLease(pk, holder);
  }
  return true;
};

/** Takes the lease, if need be once it has expired; `undefined` if its holder renews it, and so is alive. */
const takeOver = async (pk: string): Promise<string | undefined> => {
  let seen: number | undefined;
  for (;;) {
    const holder = await takeLease(pk, new Date());
    if (holder !== undefined) return holder;
    const until = await readLease(pk);
    if (seen !== undefined && until !== undefined && until !== seen) return undefined;
    seen ??= until;
    await pause(pollIntervalMs);
  }
};
