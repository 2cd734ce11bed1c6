import { mapWithConcurrency } from '../../shared/async/map-with-concurrency.ts';
import type { PublicPicture } from '../../shared/contract/public.ts';
import { isOfBlindEntry } from '../../shared/desk/exhibitions/upload-access.ts';
import { readUpload } from '../../shared/desk/uploads/uploads.ts';
import { signRenditions } from '../../shared/media/publish-media.ts';
import type { EventPicture } from '../../shared/model/event-picture.ts';
import type { Locale } from '../../shared/model/locale.ts';
import type { Image } from '../../shared/model/picture.ts';

/** A picture without what it shows, in words. */
type WordlessPicture = Omit<PublicPicture, 'alt'>;

/**
 * A picture of an upload by signed addresses, since it may not be public; none where it may not be shown. `cut` leaves out
 * forms of it.
 */
export const signedPicture = async (
  uploadId: string,
  cut = (image: Image): Image => image,
): Promise<WordlessPicture | undefined> => {
  const upload = await readUpload(uploadId);
  const image = upload?.image;
  // The address of a rendition holds the upload's id, and the picture tells which entry it is.
  if (!image || (await isOfBlindEntry(upload))) return undefined;
  const { placeholder, color } = image;
  return { renditions: await signRenditions(uploadId, cut(image)), placeholder, color };
};

/** How many pictures are signed at the same time. */
const concurrency = 8;

/** Pictures of uploads by their ids: see `signedPicture`. */
export const signedPictures = async (
  uploadIds: readonly string[],
): Promise<ReadonlyMap<string, WordlessPicture | undefined>> =>
  new Map(await mapWithConcurrency([...new Set(uploadIds)], concurrency, async (id) => [id, await signedPicture(id)]));

/** The same with its words in a language. */
export const withWords = (
  { alt, caption, credit, focalPoint }: EventPicture,
  picture: WordlessPicture | undefined,
  locale: Locale,
): PublicPicture[] =>
  picture
    ? [
        {
          ...picture,
          alt: alt[locale] ?? '',
          ...(caption?.[locale] && { caption: caption[locale] }),
          ...(credit && { credit }),
          ...(focalPoint && { focalPoint }),
        },
      ]
    : [];
