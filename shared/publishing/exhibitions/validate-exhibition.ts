import type { Artwork } from '../../model/artwork.ts';
import type { Exhibition } from '../../model/exhibition.ts';
import type { FieldError } from '../../model/field-error.ts';
import type { Locale } from '../../model/locale.ts';
import type { Site } from '../../model/site.ts';
import type { Upload } from '../../model/upload.ts';
import { visibleCharacter } from '../events/validate-event.ts';
import { validateArtworkForPublication } from './validate-artwork.ts';

/** Everything that an exhibition lacks before the given languages of it may be published; none where it lacks nothing. */
export const validateExhibitionForPublication = (
  exhibition: Exhibition,
  artworks: ReadonlyMap<string, Artwork>,
  uploads: ReadonlyMap<string, Upload>,
  locales: readonly Locale[],
  now: Date,
  site: Site,
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
    else if (!visibleCharacter.test(texts.title)) miss(`${at}.title`, 'has nothing that could be seen');
    if (!texts.description) miss(`${at}.description`, 'is missing');
  }
  if (!selection?.artworkIds.length) miss('selection', 'is missing: decide which artworks are exhibited');
  for (const [n, id] of (selection?.artworkIds ?? []).entries()) {
    const artwork = artworks.get(id);
    errors.push(
      ...validateArtworkForPublication(
        `selection.artworkIds.${n}`,
        artwork,
        uploads.get(artwork?.uploadId ?? ''),
        now,
        site,
      ),
    );
  }
  return errors;
};
