import type { Artwork } from '../../model/artwork.ts';
import type { Exhibition } from '../../model/exhibition.ts';
import type { FieldError } from '../../model/field-error.ts';
import type { Locale } from '../../model/locale.ts';
import type { Site } from '../../model/site.ts';
import type { Upload } from '../../model/upload.ts';
import { hasVisibleCharacter } from '../../model/visible-character.ts';
import { validateArtworkForPublication } from './validate-artwork.ts';

/** With what an exhibition is to be published: its artworks and their uploads by id, and in which languages. */
interface ExhibitionToValidate {
  readonly artworks: ReadonlyMap<string, Artwork>;
  readonly uploads: ReadonlyMap<string, Upload>;
  readonly locales: readonly Locale[];
  readonly now: Date;
  readonly site: Site;
}

/** Everything that an exhibition lacks before the given languages of it may be published; none where it lacks nothing. */
export const validateExhibitionForPublication = (
  exhibition: Exhibition,
  { artworks, uploads, locales, now, site }: ExhibitionToValidate,
): FieldError[] => {
  const { category, opensOn, selection, translations } = exhibition;
  const errors: FieldError[] = [];
  const miss = (path: string, message: string) => errors.push({ path, message });
  if (!site.categories.some(({ slug }) => slug === category)) miss('category', 'is no category of this site');
  if (!opensOn) miss('opensOn', 'is missing');
  if (locales.length === 0) miss('translations', 'has no language that could be published');
  for (const locale of locales) {
    const at = `translations.${locale}`;
    const texts = translations[locale];
    if (!texts || !site.locales.includes(locale)) {
      miss(at, texts ? 'is no language of this site' : 'is missing');
      continue;
    }
    if (!texts.title) miss(`${at}.title`, 'is missing');
    else if (!hasVisibleCharacter(texts.title)) miss(`${at}.title`, 'has nothing that could be seen');
    if (!texts.description) miss(`${at}.description`, 'is missing');
  }
  if (!selection?.artworkIds.length) miss('selection', 'is missing: decide which artworks are exhibited');
  for (const [n, id] of (selection?.artworkIds ?? []).entries()) {
    const artwork = artworks.get(id);
    const upload = uploads.get(artwork?.uploadId ?? '');
    errors.push(...validateArtworkForPublication(`selection.artworkIds.${n}`, { artwork, upload, now, site }));
  }
  return errors;
};
