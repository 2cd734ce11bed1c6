import * as z from 'zod';
import { idSchema } from '../id.ts';
import { lineInLanguages } from '../languages/in-languages.ts';
import type { Locale } from '../languages/locale.ts';
import { lineOfText } from '../text/text.ts';
import { wordsIn } from '../text/words-in.ts';

/** From 0, the left or upper edge, to 1. */
const share = z.number().min(0).max(1);

/** The point of a picture that stays in sight when it is cropped. */
export const focalPointSchema = z.strictObject({ x: share, y: share });

/** A picture of an event, as staff give it. */
export const eventPictureSchema = z.strictObject({
  uploadId: idSchema,
  /** What it shows, by language, for those who cannot see it. */
  alt: lineInLanguages(500).default({}),
  /** What stands below it. */
  caption: lineInLanguages(500).optional(),
  /** Who made it or owns it, in the same words in every language. */
  credit: lineOfText(200).optional(),
  focalPoint: focalPointSchema.optional(),
});

export type EventPicture = z.output<typeof eventPictureSchema>;

/** Most pictures of an event. */
export const maxEventPictures = 60;

/** The pictures with their words in some languages only. */
export const picturesIn = (pictures: readonly EventPicture[], locales: readonly string[]): EventPicture[] =>
  pictures.map(({ alt, caption, ...picture }) => ({
    ...picture,
    alt: wordsIn(alt, locales),
    ...(caption && { caption: wordsIn(caption, locales) }),
  }));

/** What is said of a picture in a language, and which point of it stays in sight. */
export const pictureWordsIn = ({ alt, caption, credit, focalPoint }: Partial<EventPicture>, locale: Locale) => ({
  alt: alt?.[locale] ?? '',
  ...(caption?.[locale] && { caption: caption[locale] }),
  ...(credit && { credit }),
  ...(focalPoint && { focalPoint }),
});
