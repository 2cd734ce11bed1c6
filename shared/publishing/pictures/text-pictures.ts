import { maxTextPictures, type TextsWithPictures } from '../../model/files/text-pictures.ts';
import type { Locale } from '../../model/languages/locale.ts';
import { type FieldError, fieldError } from '../../refusals/field-error.ts';
import { reason } from '../../refusals/reason.ts';
import type { TextPicture } from '../markdown/markdown.ts';
import { foreignImagesIn, textPicturesIn } from '../markdown/render-markdown.ts';

/** A picture in a text, and where the text stands. */
export interface LocatedTextPicture extends TextPicture {
  readonly locale: Locale;
  /** The path of the text: `translations.az.body`. */
  readonly path: string;
}

const eachText = <T>(
  texts: TextsWithPictures,
  found: (text: string, at: { readonly locale: Locale; readonly path: string }) => T[],
): T[] =>
  Object.entries(texts).flatMap(([locale, translation]) =>
    (['body', 'description'] as const).flatMap((field) => {
      const text = translation[field];
      return text ? found(text, { locale, path: `translations.${locale}.${field}` }) : [];
    }),
  );

/** The pictures of uploads in all languages of a text. */
export const textPicturesOf = (texts: TextsWithPictures): LocatedTextPicture[] =>
  eachText(texts, (text, at) => textPicturesIn(text).map((picture) => ({ ...picture, ...at })));

/** How a text names a picture. */
const addressOfUpload = (uploadId: string): string => `upload:${uploadId}`;

/** What the pictures in texts lack before they may be published: words for those who cannot see them. */
export const textPictureErrors = (pictures: readonly LocatedTextPicture[]): FieldError[] =>
  pictures
    .filter(({ alt }) => alt === '')
    .map(({ path, uploadId }) => fieldError(path, 'textPictureAlt', { picture: addressOfUpload(uploadId) }));

/** Why a picture in a text may not be public, as an error of the text. */
export const textPictureRefusal = (
  { path, uploadId }: Pick<LocatedTextPicture, 'path' | 'uploadId'>,
  because: Parameters<typeof reason<'textPictureRefused'>>[1]['because'],
): FieldError => ({ path, ...reason('textPictureRefused', { picture: addressOfUpload(uploadId), because }) });

/** An error where there are more pictures than an event or exhibition may have, those of its texts included. */
export const countErrors = (uploadIds: readonly string[], path: string): FieldError[] =>
  new Set(uploadIds).size > maxTextPictures ? [fieldError(path, 'tooManyTextPictures', { max: maxTextPictures })] : [];

/** Most addresses that a warning names. */
const mostNamed = 10;

/** A warning for each text with pictures of other sites: readers get links to them. */
export const foreignPictureWarnings = (texts: TextsWithPictures): FieldError[] =>
  eachText(texts, (text, { path }) => {
    const addresses = foreignImagesIn(text);
    return addresses.length > 0
      ? [fieldError(path, 'foreignPictures', { addresses: addresses.slice(0, mostNamed) })]
      : [];
  });
