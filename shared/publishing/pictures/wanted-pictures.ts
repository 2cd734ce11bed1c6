import { type EventPicture, maxEventPictures } from '../../model/events/event-picture.ts';
import type { Locale } from '../../model/languages/locale.ts';
import type { Site } from '../../model/site/site.ts';
import { dayOf } from '../../model/time/local-time.ts';
import type { FieldError } from '../../refusals/field-error.ts';
import { reason } from '../../refusals/reason.ts';
import type { AllowedPicture, WantedPicture } from './publish-pictures.ts';
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

/**
 * A warning for each picture that may be shown now, and no more when readers see what is planned first: until then the
 * consent can still be given for longer.
 */
export const endingPictures = (
  wanted: readonly WantedPicture[],
  allowed: readonly AllowedPicture[],
  from: string,
  { timeZone }: Site,
): FieldError[] =>
  allowed.flatMap(({ uploadId, image: { until } }) => {
    if (until === undefined || until > from) return [];
    const lastDay = dayOf(new Date(Date.parse(until) - 1).toISOString(), timeZone);
    const why = reason('consentEndsBefore', { day: lastDay });
    return wanted.find((one) => one.uploadId === uploadId)?.refuse(why) ?? [];
  });
