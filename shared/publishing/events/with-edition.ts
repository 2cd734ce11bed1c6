import { readEdition } from '../../desk/events/editions.ts';
import { retryOnNewEdition } from '../../desk/store/retry-on-new-edition.ts';
import type { Edition } from '../../model/publication/edition.ts';

/** Does some work on the edition of an event; once more where the showcase was rebuilt meanwhile. */
export const withEdition = <T>(id: string, work: (edition: Edition | undefined) => Promise<T>): Promise<T> =>
  retryOnNewEdition(async () => work(await readEdition(id)));
