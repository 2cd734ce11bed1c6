import { readTitled } from '../../../shared/desk/store/read-titled.ts';
import { displayTitle } from '../events/display-title.ts';

/** What staff call an item, and what it is. */
interface Subject {
  readonly kind: 'event' | 'exhibition';
  readonly title: string;
}

/** What the events and exhibitions among some items are called; what is none of them, or is gone, is left out. */
export const readSubjects = async (ids: readonly string[]): Promise<ReadonlyMap<string, Subject>> =>
  new Map(
    (await readTitled(ids)).map(({ id, kind, translations }) => [id, { kind, title: displayTitle(translations) }]),
  );
