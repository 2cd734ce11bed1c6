import type { Write } from '../../aws/transaction.ts';
import { exhibitionEditionWrite, readExhibitionEdition } from '../../desk/exhibitions/exhibition-editions.ts';
import { saveExhibition } from '../../desk/exhibitions/exhibitions.ts';
import type { PublishedArtworkRecord } from '../../desk/exhibitions/published-artwork-records.ts';
import type { ActionContext } from '../../desk/store/audit.ts';
import { nextVersion } from '../../desk/store/versions.ts';
import { type Exhibition, type ExhibitionPublishing, exhibitionContentOf } from '../../model/exhibitions/exhibition.ts';
import {
  coverArtworkIdOf,
  type ExhibitionEdition,
  type ExhibitionPublication,
  isEverPublic,
  publishedExhibitionSchema,
} from '../../model/exhibitions/exhibition-edition.ts';
import { readStored } from '../../model/json/read-stored.ts';
import { publicTranslations } from '../../model/languages/public-translations.ts';
import { nextEditionOf, seenAtOf } from '../../model/publication/edition.ts';
import { slugHistoryWith } from '../../model/publication/publication.ts';
import type { Site } from '../../model/site/site.ts';
import { digestOf } from '../editions/digest-of.ts';
import { exhibitionEditionWrites } from '../editions/exhibition-items.ts';
import { publicFiles } from '../files/public-files.ts';
import { publicPictures } from '../pictures/public-pictures.ts';
import { publicationTimes } from '../shared/publication-times.ts';
import { type ExhibitionMedia, picturesOf } from './exhibition-media.ts';

/** What one transaction makes public. */
interface EditionCommit {
  readonly exhibition: Exhibition;
  readonly publishing: ExhibitionPublishing;
  readonly shown: readonly PublishedArtworkRecord[];
  readonly site: Site;
  readonly context: ActionContext;
  /** The images of the photographs, in their order, and those of its texts, and its documents. */
  readonly media: Pick<ExhibitionMedia, 'images' | 'textPictures' | 'documents'>;
  /** Let it fail where names or the permission to show a photograph have changed since they were read. */
  readonly checks: readonly Write[];
  /** What differs where the exhibition is larger than one answer. */
  readonly large: Pick<ExhibitionEdition, 'isPaged' | 'manifest'>;
}

/**
 * Makes readers see the artworks that were written under the number of `publishing`: saves the edition, the items that
 * lead to it and the exhibition in one transaction. Gives the edition.
 */
export const commitExhibitionEdition = async ({
  exhibition,
  publishing,
  shown,
  media,
  site,
  context,
  large,
  checks,
}: EditionCommit): Promise<ExhibitionEdition> => {
  const { id } = exhibition;
  const before = await readExhibitionEdition(id);
  // The version is no older than the publication that it makes: else it would have been scheduled.
  const now = new Date();
  const { times } = publicationTimes(publishing, { item: exhibition, edition: before, now });
  const seenAt = seenAtOf(exhibition, before, context.now);
  const publication: ExhibitionPublication = {
    content: publishedContentOf(exhibition, publishing, before),
    ...times,
    feedLocales: site.locales,
    artworkIds: shown.map(({ artwork }) => artwork.id),
    ...(media.images.length > 0 && { images: [...media.images] }),
    ...media.textPictures,
    ...(media.documents.length > 0 && { documents: media.documents.map(({ document }) => document) }),
    artworksDigest: digestOf(shown.map(({ artwork }) => artwork)),
  };
  const edition: ExhibitionEdition = {
    ...nextEditionOf(before, site, context.now),
    ...(seenAt && { earlierPublishedAt: seenAt }),
    artworkSetVersion: publishing.edition,
    publication,
    ...large,
    slugHistory: slugHistoryWith(before?.slugHistory, publication),
    wasPublic: isEverPublic(before, context.now),
  };
  const coverId = coverArtworkIdOf(publication);
  const cover = shown.find(({ artwork }) => artwork.id === coverId)?.artwork;
  const writes: Write[] = [
    ...checks,
    exhibitionEditionWrite(id, edition, before),
    ...exhibitionEditionWrites(id, { next: edition, cover, previous: before }, site),
  ];
  const { publishing: _, unpublishAt: __, ...rest } = exhibition;
  const locales = Object.keys(publication.content.translations);
  const isWhole = Object.keys(exhibition.translations).every((locale) => publishing.locales.includes(locale));
  const published = { locales, ...(isWhole && { version: exhibition.version + 1 }) };
  const next = nextVersion(rest, { status: 'published', ...times, published }, { ...context, now });
  await saveExhibition({ exhibition: next, previous: exhibition, action: 'published', others: writes }, context);
  return edition;
};

/** What will be public: the chosen languages as they are now, the others as they were published. */
export const publishedContentOf = (
  exhibition: Exhibition,
  { locales }: Pick<ExhibitionPublishing, 'locales'>,
  before: ExhibitionEdition | undefined,
) => {
  const { blindRating: _, ...content } = exhibitionContentOf(exhibition);
  const publication = before?.publication;
  const pictures = picturesOf(exhibition, { locales }, publication);
  return readStored(publishedExhibitionSchema, {
    ...content,
    translations: publicTranslations({ exhibition, locales, publication }),
    pictures: publicPictures(pictures),
    files: publicFiles({ ...pictures, files: exhibition.files, before: publication?.content.files }),
  });
};
