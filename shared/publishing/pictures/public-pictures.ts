import { type EventPicture, picturesIn } from '../../model/events/event-picture.ts';
import type { Locale } from '../../model/languages/locale.ts';
import { type FieldError, fieldError } from '../../refusals/field-error.ts';

/**
 * The pictures of an event or an exhibition that is published, and which of its languages are chosen or stay as they
 * were.
 */
interface PicturesToPublish {
  readonly pictures: readonly EventPicture[];
  readonly before: readonly EventPicture[] | undefined;
  readonly chosen: readonly Locale[];
  readonly kept: readonly Locale[];
}

/** The pictures as they will be public, with what they show in the languages that will be. */
export const publicPictures = ({ pictures, before = [], chosen, kept }: PicturesToPublish): EventPicture[] => {
  const old = picturesIn(before, kept);
  return picturesIn(pictures, chosen).map((picture) => {
    const same = old.find(({ uploadId }) => uploadId === picture.uploadId);
    const caption = { ...same?.caption, ...picture.caption };
    return {
      ...picture,
      alt: { ...same?.alt, ...picture.alt },
      ...(Object.keys(caption).length > 0 && { caption }),
    };
  });
};

/** Languages that stay as they were published, but for a picture that they did not have: they have no text on it. */
export const keptPictureErrors = ({ pictures, before = [], kept }: PicturesToPublish): FieldError[] => {
  const known = before.map(({ uploadId }) => uploadId);
  if (pictures.every(({ uploadId }) => known.includes(uploadId))) return [];
  return kept.map((locale) => fieldError('locales', 'localeMustFollow', { locale }));
};

/** Pictures without a text for those who cannot see them, in the languages that are chosen. */
export const altErrors = (pictures: readonly Pick<EventPicture, 'alt'>[], chosen: readonly Locale[]): FieldError[] =>
  chosen.flatMap((locale) =>
    pictures.flatMap(({ alt }, n) => (alt[locale] ? [] : [fieldError(`pictures.${n}.alt.${locale}`, 'altRequired')])),
  );
