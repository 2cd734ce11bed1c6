import type * as z from 'zod';
import { documentOf, toDocument } from '../../aws/document.ts';
import { getItem, type Item, keyOf, type Page, queryPage } from '../../aws/table.ts';
import { putWrite } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import {
  type EventRevision,
  type ExhibitionRevision,
  itemOf,
  type RevisedKind,
  type RevisionOf,
  revisionSchemas,
} from '../../model/publication/revision.ts';
import { deleteVersions } from '../store/delete-versions.ts';
import { deskTable } from '../store/table.ts';

/** Something whose versions are kept. */
export interface RevisedItem<K extends RevisedKind = RevisedKind> {
  readonly kind: K;
  readonly id: string;
}

const prefix = 'REVISION#';

const partition = ({ kind, id }: RevisedItem): string => `${kind.toUpperCase()}#${id}`;

/** Versions are padded, so that they sort as numbers do. */
const key = (item: RevisedItem, version: number) =>
  keyOf(partition(item), `${prefix}${String(version).padStart(10, '0')}`);

/** Those below `before`, or all. */
const versions = (item: RevisedItem, before: number | undefined) => ({
  pk: partition(item),
  between: [prefix, before === undefined ? `${prefix}~` : key(item, before - 1).sk.S] as const,
});

/** Reads a version of a kind by its schema. */
const revisionOf = <K extends RevisedKind>(kind: K) =>
  documentOf<z.ZodType<RevisionOf<RevisedKind>>>(revisionSchemas[kind]) as (item: Item) => RevisionOf<K>;

/**
 * Keeps a version for good. The item itself refuses what another has overtaken: a version of this number that is there
 * was made after the moment to which the table was restored, and is lost. Throws `DocumentTooLargeError`.
 */
export const revisionWrite = (kind: RevisedKind, revision: EventRevision | ExhibitionRevision): Write => {
  const { id, version } = itemOf(revision);
  return putWrite(deskTable, { ...key({ kind, id }, version), doc: toDocument(revision) });
};

/** One version of an item; `undefined` where there is none. */
export const readRevision = <K extends RevisedKind>(
  item: RevisedItem<K>,
  version: number,
): Promise<RevisionOf<K> | undefined> => getItem(deskTable, key(item, version), revisionOf(item.kind));

/** The versions of an item, newest first, from below `before`. */
export const readRevisionsPage = <K extends RevisedKind>(
  item: RevisedItem<K>,
  limit: number,
  before: number | undefined,
): Promise<Page<RevisionOf<K>>> =>
  queryPage(deskTable, { ...versions(item, before), order: 'descending', limit }, revisionOf(item.kind));

/** How many versions of an item have a slug in a language. */
export const countRevisionsWithSlug = async (
  item: RevisedItem,
  { locale, slug }: { readonly locale: string; readonly slug: string },
): Promise<number> => {
  let count = 0;
  let before: number | undefined;
  for (;;) {
    const { items: revisions, last } = await readRevisionsPage(item, 100, before);
    count += revisions.filter((revision) => itemOf(revision).translations[locale]?.slug === slug).length;
    const oldest = revisions.at(-1);
    if (!last || !oldest) return count;
    before = itemOf(oldest).version;
  }
};

/**
 * Erases the versions of an item before `version`, with `until` only those that were made up to that second, and gives
 * how many they were.
 */
export const deleteRevisionsBefore = (item: RevisedItem, version: number, until?: string): Promise<number> =>
  deleteVersions(versions(item, version), {
    until,
    madeAt: (stored) => itemOf(revisionOf(item.kind)(stored)).updatedAt,
  });
