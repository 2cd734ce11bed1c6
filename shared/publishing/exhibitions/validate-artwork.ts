import { type Artwork, entryStatuses } from '../../model/artwork.ts';
import { consentBlockedReason } from '../../model/consent.ts';
import type { FieldError } from '../../model/field-error.ts';
import type { Site } from '../../model/site.ts';
import type { Upload } from '../../model/upload.ts';

const isKnownStatus = (status: string): boolean => (entryStatuses as readonly string[]).includes(status);

/** What keeps an entry from being selected, in words; `undefined` where nothing does. */
export const artworkBlockedReason = (artwork: Artwork | undefined, now: Date, site: Site): string | undefined => {
  if (!artwork) return 'is no artwork of this exhibition';
  if (artwork.status === 'withdrawn') return 'was withdrawn';
  if (!isKnownStatus(artwork.status)) return `is ${artwork.status}`;
  if (!artwork.artist) return 'has no artist';
  const gap = consentBlockedReason(artwork.artist, now, site.timeZone);
  return gap && `cannot be shown: consent ${gap}`;
};

/** An artwork that is to be shown, with its upload; `undefined` where there is none. */
interface ArtworkToValidate {
  readonly artwork: Artwork | undefined;
  readonly upload: Upload | undefined;
  readonly now: Date;
  readonly site: Site;
}

/** Everything that an artwork lacks before it may be shown, each error below `path`; none where it lacks nothing. */
export const validateArtworkForPublication = (
  path: string,
  { artwork, upload, now, site }: ArtworkToValidate,
): FieldError[] => {
  const entry = artwork ? `entry ${artwork.entryNumber} ` : '';
  const found = artworkBlockedReason(artwork, now, site);
  if (found || !artwork?.artist) return [{ path, message: `${entry}${found}` }];
  const { uploadId, translations } = artwork;
  const errors: FieldError[] = [];
  const miss = (message: string) => errors.push({ path, message: `${entry}${message}` });
  if (!uploadId) miss('has no image: uploadId is missing');
  else if (!upload?.image) miss(`has an image that is ${upload?.state ?? 'not known'}, not ready`);
  const languages = Object.entries(translations).filter(([locale]) => site.locales.includes(locale));
  if (languages.length === 0) miss('has no title and no alternative text in any language of the site');
  for (const [locale, { title, altText }] of languages) {
    if (!title) miss(`lacks translations.${locale}.title`);
    if (!altText) miss(`lacks translations.${locale}.altText: say what the artwork shows`);
  }
  return errors;
};
