import type { RevisedKind, RevisionOf } from '../../model/publication/revision.ts';
import { NotFoundError } from '../../refusals/application-error.ts';
import { reason } from '../../refusals/reason.ts';
import { type RevisedItem, readRevision } from './revisions.ts';

/** A version of an item: 404 where there is none. */
export const requireRevision = async <K extends RevisedKind>(
  item: RevisedItem<K>,
  version: number,
): Promise<RevisionOf<K>> => {
  const revision = await readRevision(item, version);
  if (revision) return revision;
  const { id } = item;
  throw new NotFoundError(
    item.kind === 'event'
      ? reason('versionNotFound', { version, eventId: id })
      : reason('exhibitionVersionNotFound', { version, exhibitionId: id }),
  );
};
