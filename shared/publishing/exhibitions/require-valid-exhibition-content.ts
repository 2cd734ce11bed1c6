import { readEvent } from '../../desk/events/events.ts';
import { readSite } from '../../desk/site/site.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { itemKindOf } from '../../model/events/event-kind.ts';
import type { ExhibitionContent } from '../../model/exhibitions/exhibition.ts';
import { addedLocales, unknownLocales } from '../../model/languages/unknown-locales.ts';
import { InvalidInputError } from '../../refusals/application-error.ts';
import { type FieldError, fieldError } from '../../refusals/field-error.ts';
import { fileErrors } from '../files/file-errors.ts';
import { addedTextPictureErrors } from '../pictures/added-text-picture-errors.ts';
import { pictureErrors } from '../pictures/picture-errors.ts';
import { visitErrors } from '../shared/visit-errors.ts';

/**
 * Refuses a category or event that is not there, an end before the beginning, and of the `named` languages those the
 * site lacks; `before` is what it was.
 */
export const requireValidExhibitionContent = async (
  content: ExhibitionContent,
  actor: Actor,
  named: readonly string[] = Object.keys(content.translations),
  before?: ExhibitionContent,
): Promise<void> => {
  const { site } = await readSite();
  const errors: FieldError[] = [
    ...unknownLocales('translations', content.translations, site, named),
    ...visitErrors(content, site, before),
    ...addedLocales('openingHours', content.openingHours, before?.openingHours, site),
  ];
  errors.push(...(await pictureErrors(content.pictures, before?.pictures, site)));
  errors.push(...(await addedTextPictureErrors(content, before, site)));
  errors.push(...(await fileErrors(content.files, before?.files, { site, actor })));
  const { artworkId, uploadId } = content.cover ?? {};
  if (artworkId && uploadId) errors.push(fieldError('cover.uploadId', 'notBeside', { field: 'cover.artworkId' }));
  const categories = site.categories.map(({ slug }) => slug);
  if (!categories.includes(content.category)) {
    errors.push(fieldError('category', 'unknownCategory', { known: categories }));
  }
  const { opensOn, closesOn, eventIds } = content;
  if (closesOn && !opensOn) errors.push(fieldError('opensOn', 'requiredBeside', { field: 'closesOn' }));
  if (opensOn && closesOn && closesOn < opensOn) errors.push(fieldError('closesOn', 'before', { field: 'opensOn' }));
  const events = await Promise.all(eventIds.map((id) => readEvent(id)));
  for (const [n, event] of events.entries()) {
    // Pages and notices are in no list of events.
    if (!event || itemKindOf(event) !== 'event') errors.push(fieldError(`eventIds.${n}`, 'unknownEvent'));
    else if (eventIds.indexOf(event.id) < n) errors.push(fieldError(`eventIds.${n}`, 'duplicate'));
  }
  if (errors.length > 0) throw new InvalidInputError(errors);
};
