import { ConditionsFailed } from '../aws/transaction.ts';
import { readEdition } from '../desk/editions.ts';
import type { Edition } from '../domain/edition.ts';

/**
 * Does some work on the edition of an event, and again where the edition alone was another meanwhile: then the showcase was
 * rebuilt, and the working copy, which somebody has decided about, is the same.
 */
export const withEdition = async <T>(id: string, work: (edition: Edition | undefined) => Promise<T>): Promise<T> => {
  for (;;) {
    try {
      return await work(await readEdition(id));
    } catch (error) {
      if (!(error instanceof ConditionsFailed) || !error.guards.every((guard) => guard === 'edition')) throw error;
    }
  }
};
