import { type Write, writeTogether } from '../../aws/transaction.ts';
import { editionWrite, readEdition } from '../../desk/events/editions.ts';
import { mediaDeletionWrite } from '../../desk/events/pending-media-deletions.ts';
import { exhibitionEditionWrite, readExhibitionEdition } from '../../desk/exhibitions/exhibition-editions.ts';
import { reconcileNowWrite } from '../../desk/exhibitions/reconcile-schedule.ts';
import { retryOnNewEdition } from '../../desk/store/retry-on-new-edition.ts';
import type { EventFile } from '../../model/events/event-file.ts';
import type { ExhibitionEdition } from '../../model/exhibitions/exhibition-edition.ts';
import type { FieldLocation } from '../../model/json/field-location.ts';
import { type Edition, publishCountOf } from '../../model/publication/edition.ts';
import type { Site } from '../../model/site/site.ts';
import { eventEditionWrites } from '../editions/event-items.ts';
import { exhibitionEditionWrites } from '../editions/exhibition-items.ts';
import { readCoverArtwork } from '../shared/read-cover-artwork.ts';

/** Whose file is removed, and by which settings. */
interface Removal {
  readonly uploadId: string;
  readonly now: Date;
  readonly site: Site;
}

/**
 * Takes a file from what the public sees of an event or an exhibition, which stay without it. The publisher deletes the
 * document of an exhibition, `deleteDueMedia` that of an event.
 */
export const removePublicFile = ({ kind, id }: FieldLocation, removal: Removal): Promise<void> =>
  retryOnNewEdition(async () => {
    const writes = await (kind === 'exhibition' ? writesOfExhibition(id, removal) : writesOfEvent(id, removal));
    if (writes.length > 0) await writeTogether(writes);
  });

const writesOfEvent = async (id: string, { uploadId, now, site }: Removal): Promise<Write[]> => {
  const edition = await readEdition(id);
  const publication = edition?.publication && withoutFile(edition.publication, uploadId);
  if (!edition || !publication) return [];
  const left = new Set(publication.documents?.map(({ media }) => media));
  const gone = (edition.publication?.documents ?? []).filter(({ media }) => !left.has(media));
  const next: Edition = { ...edition, ...following(edition, now), publication };
  return [
    editionWrite(id, next, edition),
    ...gone.map((media) => mediaDeletionWrite(id, { media, dueAt: now.toISOString() })),
    ...eventEditionWrites(id, next, edition, site),
  ];
};

const writesOfExhibition = async (id: string, { uploadId, now, site }: Removal): Promise<Write[]> => {
  const edition = await readExhibitionEdition(id);
  const publication = edition?.publication && withoutFile(edition.publication, uploadId);
  if (!edition || !publication) return [];
  const next: ExhibitionEdition = { ...edition, ...following(edition, now), publication };
  const cover = await readCoverArtwork(id, next);
  return [
    exhibitionEditionWrite(id, next, edition),
    ...exhibitionEditionWrites(id, { next, cover, previous: edition }, site),
    reconcileNowWrite(id, now),
  ];
};

/** It counts as a publication: feeds, caches and receivers of webhooks learn of it. */
const following = (edition: Pick<Edition, 'number' | 'publishCount'>, now: Date) => ({
  number: edition.number + 1,
  publishCount: publishCountOf(edition) + 1,
  actedAt: now.toISOString(),
});

/**
 * A publication without a file and its document, which stands at the same place; `undefined` where it has none such.
 */
const withoutFile = <
  D,
  P extends {
    readonly content: { readonly files: readonly EventFile[] };
    readonly documents?: readonly D[] | undefined;
  },
>(
  publication: P,
  uploadId: string,
): P | undefined => {
  const { documents = [], content, ...rest } = publication;
  const isLeft = (_: unknown, n: number) => content.files[n]?.uploadId !== uploadId;
  const files = content.files.filter(isLeft);
  if (files.length === content.files.length) return undefined;
  const left = documents.filter(isLeft);
  return { ...rest, content: { ...content, files }, ...(left.length > 0 && { documents: left }) } as unknown as P;
};
