import type { PublicArtwork, PublicExhibition, PublicPicture } from '../../contract/public-schemas.ts';
import { type EventPicture, pictureWordsIn } from '../../model/events/event-picture.ts';
import { coverPictureOf } from '../../model/exhibitions/exhibition-edition.ts';
import { pictureAt } from '../../model/files/picture.ts';
import { textIn } from '../../model/languages/in-languages.ts';
import type { Locale } from '../../model/languages/locale.ts';
import type { PublicImage } from '../../model/publication/edition.ts';
import type { Site } from '../../model/site/site.ts';
import { isPictureVisibleAt } from '../../showcase/store/card.ts';
import type { StoredExhibition } from '../../showcase/store/exhibition.ts';
import { mediaUrl } from '../../showcase/store/urls.ts';

const photograph = (picture: EventPicture, image: PublicImage, locale: Locale): PublicPicture => {
  const words = pictureWordsIn(picture, locale);
  return { ...pictureAt(mediaUrl(image.media), image, words.alt), ...words };
};

/**
 * The photographs of an exhibition as readers of a language get them at a time, each at its place; `undefined` for one
 * that may not be shown any more.
 */
const photographsOf = (
  { content, images = [] }: StoredExhibition,
  locale: Locale,
  now: Date,
): (PublicPicture | undefined)[] =>
  content.pictures.map((picture, n) => {
    const image = images[n];
    return image && isPictureVisibleAt(image, now) ? photograph(picture, image, locale) : undefined;
  });

/**
 * The photographs of an exhibition, and what stands for it: what staff have chosen, else its first artwork, else its
 * first photograph. What consent does not allow at the time is passed over. `first` is the first artwork of what is
 * answered.
 */
export const exhibitionPictures = (
  exhibition: StoredExhibition,
  first: PublicArtwork | undefined,
  { locale, site, now }: { readonly locale: Locale; readonly site: Site; readonly now: Date },
): Pick<PublicExhibition, 'pictures' | 'cover'> => {
  const all = photographsOf(exhibition, locale, now);
  const pictures = all.filter((one) => one !== undefined);
  const cover =
    all[coverPictureOf(exhibition.content)] ??
    artworkCover(exhibition, { locale, site, now }) ??
    (first && { ...first.image, artworkId: first.id }) ??
    pictures[0];
  return { pictures, ...(cover && { cover }) };
};

const artworkCover = (
  { cover }: StoredExhibition,
  { locale, site, now }: { readonly locale: Locale; readonly site: Site; readonly now: Date },
): PublicExhibition['cover'] => {
  if (!cover || !isPictureVisibleAt(cover, now)) return undefined;
  const alt = textIn(cover.alt, locale, site) ?? '';
  return { ...pictureAt(mediaUrl(cover.media), cover, alt), artworkId: cover.artworkId };
};
