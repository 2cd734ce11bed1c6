import type { Event } from '../../model/event.ts';
import type { FieldError } from '../../model/field-error.ts';
import type { Locale } from '../../model/locale.ts';
import type { Site } from '../../model/site.ts';
import { hasVisibleCharacter } from '../../model/visible-character.ts';

/** Everything that an event lacks before the given languages of it may be published; none where it lacks nothing. */
export const validateEventForPublication = (
  event: Pick<Event, 'category' | 'translations' | 'coverUploadId'> & { readonly hasCover?: boolean },
  locales: readonly Locale[],
  site: Site,
): FieldError[] => {
  const errors: FieldError[] = [];
  const miss = (path: string, message: string) => errors.push({ path, message });
  if (!event.category) miss('category', 'is missing');
  else if (!site.categories.some(({ slug }) => slug === event.category))
    miss('category', 'is no category of this site');
  if (locales.length === 0) miss('translations', 'has no language that could be published');
  for (const locale of locales) {
    const at = `translations.${locale}`;
    const translation = event.translations[locale];
    if (!translation || !site.locales.includes(locale)) {
      miss(at, translation ? 'is no language of this site' : 'is missing');
      continue;
    }
    if (!translation.title) miss(`${at}.title`, 'is missing');
    else if (!hasVisibleCharacter(translation.title)) miss(`${at}.title`, 'has nothing that could be seen');
    if (!translation.body) miss(`${at}.body`, 'is missing');
    if ((event.coverUploadId || event.hasCover) && !translation.coverAlt)
      miss(`${at}.coverAlt`, 'is missing: say what the cover shows');
  }
  return errors;
};
