import type { Event } from '../../model/events/event.ts';
import type { EventFile } from '../../model/events/event-file.ts';
import { itemKindOf } from '../../model/events/event-kind.ts';
import type { EventPicture } from '../../model/events/event-picture.ts';
import type { Locale } from '../../model/languages/locale.ts';
import type { Site } from '../../model/site/site.ts';
import { hasVisibleCharacter } from '../../model/text/visible-character.ts';
import { type FieldError, fieldError } from '../../refusals/field-error.ts';
import { fileTitleErrors } from '../files/file-errors.ts';
import { hasVisibleBody } from '../markdown/has-visible-body.ts';
import { altErrors } from '../pictures/public-pictures.ts';
import { reservedSlugErrors } from './kind-errors.ts';

/** Everything that an event lacks before the given languages of it may be published; none where it lacks nothing. */
export const validateEventForPublication = (
  event: Pick<Event, 'kind' | 'category' | 'translations'> & {
    readonly pictures: readonly Pick<EventPicture, 'alt'>[];
    readonly files: readonly Pick<EventFile, 'title'>[];
  },
  locales: readonly Locale[],
  site: Site,
): FieldError[] => {
  const errors: FieldError[] = [];
  const kind = itemKindOf(event);
  if (kind !== 'event') errors.push(...reservedSlugErrors(event));
  else if (!event.category) errors.push(fieldError('category', 'required'));
  else if (!site.categories.some(({ slug }) => slug === event.category))
    errors.push(fieldError('category', 'unknownCategory', { known: site.categories.map(({ slug }) => slug) }));
  if (locales.length === 0) errors.push(fieldError('translations', 'nothingToPublish'));
  for (const locale of locales) {
    const at = `translations.${locale}`;
    const translation = event.translations[locale];
    if (!translation || !site.locales.includes(locale)) {
      errors.push(translation ? fieldError(at, 'unknownLocale', { known: site.locales }) : fieldError(at, 'required'));
      continue;
    }
    if (!translation.title) errors.push(fieldError(`${at}.title`, 'required'));
    else if (!hasVisibleCharacter(translation.title)) errors.push(fieldError(`${at}.title`, 'nothingVisible'));
    // The text of a notice is its title.
    if (kind === 'notice') continue;
    if (!translation.body) errors.push(fieldError(`${at}.body`, 'required'));
    else if (!hasVisibleBody(translation.body)) errors.push(fieldError(`${at}.body`, 'nothingVisible'));
    errors.push(...altErrors(event.pictures, [locale]));
    errors.push(...fileTitleErrors(event.files, locale));
  }
  return errors;
};
