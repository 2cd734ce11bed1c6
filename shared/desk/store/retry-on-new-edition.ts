import { ConditionsFailedError } from '../../aws/transaction.ts';

/** Does some work, and again where an edition alone was another meanwhile: what the caller has decided about is still the same. */
export const retryOnNewEdition = async <T>(work: () => Promise<T>): Promise<T> => {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ConditionsFailedError) || !isNewEditionOnly(error.failedConditions)) throw error;
    }
  }
};

/** A slug that is taken as well is told again by the next attempt, and then alone. */
const isNewEditionOnly = (failedConditions: readonly string[]): boolean =>
  failedConditions.includes('edition') &&
  failedConditions.every((condition) => condition === 'edition' || condition.startsWith('slug '));
