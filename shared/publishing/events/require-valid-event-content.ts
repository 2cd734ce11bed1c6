import { readExhibition } from '../../desk/exhibitions/exhibitions.ts';
import { readSite } from '../../desk/site/site.ts';
import type { Actor } from '../../desk/store/actor.ts';
import type { EventContent } from '../../model/events/event.ts';
import { unknownLocales } from '../../model/languages/unknown-locales.ts';
import { InvalidInputError } from '../../refusals/application-error.ts';
import { fieldError } from '../../refusals/field-error.ts';
import { fileErrors } from '../files/file-errors.ts';
import { addedTextPictureErrors } from '../pictures/added-text-picture-errors.ts';
import { pictureErrors } from '../pictures/picture-errors.ts';
import { detailErrors, showingErrors } from './detail-errors.ts';
import { kindErrors } from './kind-errors.ts';

/**
 * Refuses a category or upload that is not there, an end before the start, and of the `named` languages those the site
 * lacks. A cover that it had `before` is checked at publication, and the exhibition that it told of `before` is not
 * looked for: whatever has happened to them, staff can go on editing the texts.
 */
export const requireValidEventContent = async (
  content: EventContent,
  actor: Actor,
  named: readonly string[] = Object.keys(content.translations),
  before?: EventContent,
): Promise<void> => {
  const { site } = await readSite();
  const errors = unknownLocales('translations', content.translations, site, named);
  const categories = site.categories.map(({ slug }) => slug);
  if (content.category && !categories.includes(content.category)) {
    errors.push(fieldError('category', 'unknownCategory', { known: categories }));
  }
  errors.push(...kindErrors(content, before));
  errors.push(...showingErrors(content.showings), ...detailErrors(content, site, before));
  errors.push(...(await pictureErrors(content.pictures, before?.pictures, site)));
  errors.push(...(await addedTextPictureErrors(content, before, site)));
  errors.push(...(await fileErrors(content.files, before?.files, { site, actor })));
  const { exhibitionId } = content;
  if (exhibitionId && exhibitionId !== before?.exhibitionId && !(await readExhibition(exhibitionId))) {
    errors.push(fieldError('exhibitionId', 'unknownExhibition'));
  }
  if (errors.length > 0) throw new InvalidInputError(errors);
};
