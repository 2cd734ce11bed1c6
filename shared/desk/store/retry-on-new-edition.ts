import { ConditionsFailedError } from '../../aws/transaction.ts';

/** Does some work, and again if only an edition has changed meanwhile: the caller's decision still stands. */
export const retryOnNewEdition = async <T>(work: () => Promise<T>): Promise<T> => {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ConditionsFailedError) || !isNewEditionOnly(error.failedConditions)) throw error;
    }
  }
};

/** A slug that is taken as well is reported by the next attempt, then alone. */
const isNewEditionOnly = (failedConditions: readonly string[]): boolean =>
  failedConditions.includes('edition') &&
  failedConditions.every((condition) => condition === 'edition' || condition.startsWith('slug '));
