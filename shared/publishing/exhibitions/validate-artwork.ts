import type { Artwork } from '../../model/exhibitions/artwork.ts';
import { artworkBlockedReason } from '../../model/exhibitions/artwork-blocked-reason.ts';
import type { Upload } from '../../model/files/upload.ts';
import type { Site } from '../../model/site/site.ts';
import type { Reason } from '../../refusals/codes.ts';
import { type FieldError, fieldError } from '../../refusals/field-error.ts';
import { reason } from '../../refusals/reason.ts';

/** An artwork to publish, and its upload, if there is one. */
interface ArtworkToValidate {
  readonly artwork: Artwork | undefined;
  readonly upload: Upload | undefined;
  readonly now: Date;
  readonly site: Site;
}

/** Everything that an artwork lacks before it may be shown, each error below `path`; none if it lacks nothing. */
export const validateArtworkForPublication = (
  path: string,
  { artwork, upload, now, site }: ArtworkToValidate,
): FieldError[] => {
  if (!artwork) return [fieldError(path, 'unknownArtwork')];
  const { entryNumber, uploadId, translations } = artwork;
  const blocked = artworkBlockedReason(artwork, now, site);
  if (blocked) return [fieldError(path, 'entryRefused', { entryNumber, because: blocked })];
  const errors: FieldError[] = [];
  const lacks = (because: Reason) => errors.push(fieldError(path, 'entryRefused', { entryNumber, because }));
  if (!uploadId) lacks(reason('artworkWithoutImage'));
  else if (!upload?.image) lacks(reason('artworkImageNotReady', { state: upload?.state ?? 'unknown' }));
  const languages = Object.entries(translations).filter(([locale]) => site.locales.includes(locale));
  if (languages.length === 0) lacks(reason('artworkWithoutTexts'));
  for (const [locale, { title, alt }] of languages) {
    if (!title) lacks(reason('artworkLacks', { field: `translations.${locale}.title` }));
    if (!alt) lacks(reason('artworkLacksAlt', { field: `translations.${locale}.alt` }));
  }
  return errors;
};
