import { type EventPicture, maxEventPictures } from '../../model/events/event-picture.ts';
import type { Locale } from '../../model/languages/locale.ts';
import type { WantedPicture } from './publish-pictures.ts';
import { type LocatedTextPicture, textPictureRefusal } from './text-pictures.ts';

/** What is to be shown of an event or an exhibition, and the languages that are chosen. */
interface PicturesToShow {
  readonly pictures: readonly Pick<EventPicture, 'uploadId'>[];
  readonly inTexts: readonly LocatedTextPicture[];
  readonly chosen: readonly Locale[];
}

/**
 * The pictures of an event or an exhibition as they are to be public, and then those that stand in its texts alone. A
 * text of a language that stays as it was published loses a picture that may not be shown any more.
 */
export const wantedPictures = ({ pictures, inTexts, chosen }: PicturesToShow): WantedPicture[] => {
  const isKept = ({ locale }: LocatedTextPicture): boolean => !chosen.includes(locale);
  const listed = pictures.map(
    ({ uploadId }, n): WantedPicture => ({
      uploadId,
      refuse: (why) => ({ path: `pictures.${n}.uploadId`, ...why }),
    }),
  );
  const others = [...inTexts.filter(isKept), ...inTexts.filter((picture) => !isKept(picture)).reverse()]
    .filter(({ uploadId }) => !pictures.some((picture) => picture.uploadId === uploadId))
    .map((picture): [string, WantedPicture] => [
      picture.uploadId,
      {
        uploadId: picture.uploadId,
        refuse: (why) => (isKept(picture) ? undefined : textPictureRefusal(picture, why)),
      },
    ]);
  return [...listed, ...new Map(others).values()].slice(0, maxEventPictures);
};
