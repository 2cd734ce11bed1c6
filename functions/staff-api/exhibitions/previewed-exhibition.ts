import type * as z from 'zod';
import { mapWithConcurrency } from '../../../shared/async/map-with-concurrency.ts';
import type { PublicArtwork, PublicExhibition } from '../../../shared/contract/public-schemas.ts';
import type { exhibitionPreviewSchema } from '../../../shared/contract/staff/exhibition-schemas.ts';
import { readEdition } from '../../../shared/desk/events/editions.ts';
import { signRenditions } from '../../../shared/media/sign-renditions.ts';
import type { Exhibition } from '../../../shared/model/exhibitions/exhibition.ts';
import type { Image } from '../../../shared/model/files/picture.ts';
import type { Locale } from '../../../shared/model/languages/locale.ts';
import type { ExhibitionRevision } from '../../../shared/model/publication/revision.ts';
import type { Site } from '../../../shared/model/site/site.ts';
import { toPublicArtwork } from '../../../shared/public/answers/to-public-artwork.ts';
import { toPublicExhibition } from '../../../shared/public/answers/to-public-exhibition.ts';
import { maxArtworksPerPage } from '../../../shared/public/pages/exhibition-page.ts';
import type { TextBody } from '../../../shared/public/text-body.ts';
import { type PreviewedArtwork, previewedGallery } from '../../../shared/publishing/history/previewed-gallery.ts';
import { slugCandidate } from '../../../shared/publishing/shared/slug-candidates.ts';
import { eventPageUrl } from '../../../shared/showcase/store/page-urls.ts';
import { publicTitle } from '../public-title.ts';
import { signedFiles } from '../signed-files.ts';
import { type PictureSigner, pictureSigner, withWords } from '../signed-picture.ts';
import { signedText } from '../signed-text.ts';

type Preview = z.input<typeof exhibitionPreviewSchema>;

/**
 * A version of an exhibition in a language, beside the exhibition as it is now; its gallery from the `from`th artwork
 * on, from 1.
 */
interface Previewed {
  readonly revision: ExhibitionRevision;
  readonly exhibition: Exhibition;
  readonly locale: Locale;
  readonly from: number;
}

/** A preview, and what its page needs beside it. */
interface ShownPreview {
  readonly preview: Preview;
  readonly pageBody: TextBody;
  /** The place of the first artwork that is shown, from 0. */
  readonly from: number;
  /** The place of the first artwork that is not shown, from 0. */
  readonly next: number | undefined;
}

/**
 * A version of an exhibition in the shape that readers get it in, as if it were published now, with its selection of
 * now.
 */
export const previewedExhibition = async (
  { revision, exhibition, locale, from: wanted }: Previewed,
  site: Site,
  now: Date,
): Promise<ShownPreview> => {
  const { id, version, translations, blindRating: _, ...others } = revision.exhibition;
  const slugIn = (its: Locale): string =>
    translations[its]?.slug ??
    slugCandidate(translations[its]?.title ?? '', { id, kind: 'exhibition', locale: its }, 0);
  const locales = Object.keys(translations).filter((its) => site.locales.includes(its));
  const texts = locales.map((its) => [its, { title: '', description: '', ...translations[its], slug: slugIn(its) }]);
  const sign = pictureSigner((image) => only(image, widestOfFirst));
  const { body: description, pageBody } = await signedText(
    { text: translations[locale]?.description ?? '', locale, pictures: others.pictures },
    sign,
  );
  const gallery = await previewedGallery(exhibition, now, site);
  // The selection may have fewer artworks now than when the link to this part was made.
  const from = wanted <= gallery.length ? wanted - 1 : 0;
  const next = from + maxArtworksPerPage;
  const shown = gallery.slice(from, next);
  const isCover = ({ artwork }: PreviewedArtwork) => artwork.id === others.cover?.artworkId;
  const artworks = await mapWithConcurrency(shown, concurrency, (one) =>
    signed(one, { id, locale, site }, gallery.find(isCover) ?? gallery[0]),
  );
  const published = {
    ...{ id, publishedAt: exhibition.publishedAt ?? now.toISOString() },
    content: { ...others, translations: Object.fromEntries(texts) },
  };
  const slugs = Object.fromEntries(locales.map((its) => [its, slugIn(its)]));
  const files = await signedFiles(others.files, locale);
  const pictures = await picturesOf(revision.exhibition, { artworks, locale, sign });
  const events = await eventsOf(revision.exhibition.eventIds, locale, site, now);
  return {
    preview: {
      ...toPublicExhibition(
        published,
        { slugs, description, files, artworks, total: gallery.length, events, pictures },
        locale,
        site,
      ),
      version,
    },
    pageBody,
    from,
    next: next < gallery.length ? next : undefined,
  };
};

/**
 * The photographs of a version, and what stands for it: what was chosen, else its first artwork, else its first
 * photograph.
 */
const picturesOf = async (
  { pictures: wanted, cover }: ExhibitionRevision['exhibition'],
  {
    artworks,
    locale,
    sign,
  }: { readonly artworks: readonly PublicArtwork[]; readonly locale: Locale; readonly sign: PictureSigner },
): Promise<Pick<PublicExhibition, 'pictures' | 'cover'>> => {
  const signedOnes = await mapWithConcurrency(wanted, concurrency, async (one) => ({
    uploadId: one.uploadId,
    picture: withWords(one, await sign(one.uploadId), locale)[0],
  }));
  const pictures = signedOnes.flatMap(({ picture }) => picture ?? []);
  const chosen = signedOnes.find(({ uploadId }) => uploadId === cover?.uploadId)?.picture;
  const artwork = artworks.find(({ id }) => id === cover?.artworkId) ?? artworks[0];
  const shown = chosen ?? (artwork && { ...artwork.image, artworkId: artwork.id }) ?? pictures[0];
  return { pictures, ...(shown && { cover: shown }) };
};

/** How many artworks are signed at the same time. */
const concurrency = 8;

/** Widest picture of an artwork in the gallery, and of what may open the page, in pixels: a signed address is long. */
const [widest, widestOfFirst] = [640, 1280];

/** The widest form of an image up to a width, or the smallest. */
const only = (image: Image, most: number): Image => {
  const [smallest = image.width] = image.widths;
  return { ...image, widths: [image.widths.findLast((width) => width <= most) ?? smallest] };
};

const signed = async (
  { artwork, uploadId, image }: PreviewedArtwork,
  { id, locale, site }: { readonly id: string; readonly locale: Locale; readonly site: Site },
  first: PreviewedArtwork | undefined,
): Promise<PublicArtwork> => {
  const { imageService: _, ...shown } = toPublicArtwork(id, artwork, locale, site);
  const most = artwork.id === first?.artwork.id ? widestOfFirst : widest;
  return { ...shown, image: { ...shown.image, renditions: await signRenditions(uploadId, only(image, most)) } };
};

/** The related events that are public now, in their order. */
const eventsOf = async (
  ids: readonly string[],
  wanted: Locale,
  site: Site,
  now: Date,
): Promise<PublicExhibition['events']> => {
  const editions = await Promise.all(ids.map(async (id) => ({ id, edition: await readEdition(id) })));
  return editions.flatMap(({ id, edition }) => {
    const seen = publicTitle(edition?.publication, wanted, site, now);
    return seen
      ? [{ id, locale: seen.locale, title: seen.title, url: eventPageUrl(site, seen.locale, seen.slug) }]
      : [];
  });
};
