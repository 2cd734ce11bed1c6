import type { Artwork } from '../../model/exhibitions/artwork.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import type { Upload } from '../../model/files/upload.ts';
import type { Locale } from '../../model/languages/locale.ts';
import type { Site } from '../../model/site/site.ts';
import { hasVisibleCharacter } from '../../model/text/visible-character.ts';
import { type FieldError, fieldError } from '../../refusals/field-error.ts';
import { fileTitleErrors } from '../files/file-errors.ts';
import { hasVisibleBody } from '../markdown/has-visible-body.ts';
import { altErrors } from '../pictures/public-pictures.ts';
import { validateArtworkForPublication } from './validate-artwork.ts';

/** What an exhibition is published with: its artworks and their uploads by id, and the languages. */
interface ExhibitionToValidate {
  readonly artworks: ReadonlyMap<string, Artwork>;
  readonly uploads: ReadonlyMap<string, Upload>;
  readonly locales: readonly Locale[];
  readonly now: Date;
  readonly site: Site;
}

/**
 * Everything that an exhibition lacks before the given languages of it may be published; none if it lacks nothing.
 */
export const validateExhibitionForPublication = (
  exhibition: Exhibition,
  { artworks, uploads, locales, now, site }: ExhibitionToValidate,
): FieldError[] => {
  const { category, opensOn, selection, translations } = exhibition;
  const errors: FieldError[] = [];
  if (!site.categories.some(({ slug }) => slug === category))
    errors.push(fieldError('category', 'unknownCategory', { known: site.categories.map(({ slug }) => slug) }));
  if (!opensOn) errors.push(fieldError('opensOn', 'required'));
  if (locales.length === 0) errors.push(fieldError('translations', 'nothingToPublish'));
  for (const locale of locales) {
    const at = `translations.${locale}`;
    const texts = translations[locale];
    if (!texts || !site.locales.includes(locale)) {
      errors.push(texts ? fieldError(at, 'unknownLocale', { known: site.locales }) : fieldError(at, 'required'));
      continue;
    }
    if (!texts.title) errors.push(fieldError(`${at}.title`, 'required'));
    else if (!hasVisibleCharacter(texts.title)) errors.push(fieldError(`${at}.title`, 'nothingVisible'));
    if (!texts.description) errors.push(fieldError(`${at}.description`, 'required'));
    else if (!hasVisibleBody(texts.description)) errors.push(fieldError(`${at}.description`, 'nothingVisible'));
    errors.push(...fileTitleErrors(exhibition.files, locale));
  }
  if (!selection?.artworkIds.length) errors.push(fieldError('selection', 'selectionRequired'));
  for (const [n, id] of (selection?.artworkIds ?? []).entries()) {
    const artwork = artworks.get(id);
    const upload = uploads.get(artwork?.uploadId ?? '');
    errors.push(...validateArtworkForPublication(`selection.artworkIds.${n}`, { artwork, upload, now, site }));
  }
  errors.push(...altErrors(exhibition.pictures, locales), ...coverErrors(exhibition));
  return errors;
};

/** The cover is one of what is exhibited, or of the photographs. */
const coverErrors = ({ cover, pictures, selection }: Exhibition): FieldError[] => {
  const { artworkId, uploadId } = cover ?? {};
  if (artworkId && !selection?.artworkIds.includes(artworkId))
    return [fieldError('cover.artworkId', 'coverNotSelected')];
  if (uploadId && !pictures.some((picture) => picture.uploadId === uploadId))
    return [fieldError('cover.uploadId', 'coverNotAmongPictures')];
  return [];
};
