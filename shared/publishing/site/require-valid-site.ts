import { readEvent } from '../../desk/events/events.ts';
import { countInCategory } from '../../desk/site/site.ts';
import { type Site, siteErrors } from '../../model/site/site.ts';
import { ConflictError, InvalidInputError } from '../../refusals/application-error.ts';
import { fieldError } from '../../refusals/field-error.ts';

/**
 * Refuses settings that contradict themselves, a page in the navigation that is none and was not there before, a
 * default language that is new, and removing a category in use.
 */
export const requireValidSite = async (site: Site, before: Site, addedLocales: readonly string[]): Promise<void> => {
  const errors = siteErrors(site);
  if (addedLocales.includes(site.defaultLocale)) errors.push(fieldError('defaultLocale', 'newDefaultLocale'));
  const known = new Set((before.navigation ?? []).map((one) => ('page' in one ? one.page : undefined)));
  for (const [n, one] of (site.navigation ?? []).entries()) {
    if (!('page' in one) || known.has(one.page)) continue;
    if ((await readEvent(one.page))?.kind !== 'page') errors.push(fieldError(`navigation.${n}.page`, 'unknownPage'));
  }
  if (errors.length > 0) throw new InvalidInputError(errors);
  const kept = new Set(site.categories.map(({ slug }) => slug));
  const removed = before.categories.map(({ slug }) => slug).filter((slug) => !kept.has(slug));
  const counts = await Promise.all(removed.map(async (slug) => ({ slug, count: await countInCategory(slug) })));
  const inUse = counts.filter(({ count }) => count > 0);
  if (inUse.length === 0) return;
  throw new ConflictError(
    inUse.map(({ slug, count }) => fieldError('categories', 'categoryInUse', { category: slug, count })),
  );
};
