import type { PublicPicture } from '../../shared/contract/public-schemas.ts';
import { isOfBlindEntry } from '../../shared/desk/exhibitions/upload-access.ts';
import { readUpload } from '../../shared/desk/uploads/uploads.ts';
import { signRenditions } from '../../shared/media/sign-renditions.ts';
import { type EventPicture, pictureWordsIn } from '../../shared/model/events/event-picture.ts';
import type { Image } from '../../shared/model/files/picture.ts';
import type { Locale } from '../../shared/model/languages/locale.ts';

/** A picture without what it shows, in words. */
type WordlessPicture = Omit<PublicPicture, 'alt'>;

/**
 * A picture of an upload by signed addresses, since it may not be public; none where it may not be shown. `cut` leaves
 * out forms of it.
 */
const signedPicture = async (
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

/** Signs pictures of uploads, each once. */
export type PictureSigner = (uploadId: string) => ReturnType<typeof signedPicture>;

/** One that leaves out forms of each picture, by `cut`. */
export const pictureSigner = (cut?: (image: Image) => Image): PictureSigner => {
  const signed = new Map<string, ReturnType<typeof signedPicture>>();
  return (uploadId) => {
    const picture = signed.get(uploadId) ?? signedPicture(uploadId, cut);
    signed.set(uploadId, picture);
    return picture;
  };
};

/** The same with its words in a language. */
export const withWords = (said: EventPicture, picture: WordlessPicture | undefined, locale: Locale): PublicPicture[] =>
  picture ? [{ ...picture, ...pictureWordsIn(said, locale) }] : [];
