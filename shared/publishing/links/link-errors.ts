import { mapWithConcurrency } from '../../async/map-with-concurrency.ts';
import { hasValidId, type ItemLink } from '../../model/site/item-link.ts';
import { type FieldError, fieldError } from '../../refusals/field-error.ts';
import { readPublication } from './read-publication.ts';
import { isSameItem, type TextLink, targetsOf } from './text-links.ts';

/** Most events and exhibitions that the texts of one may link to. */
const maxLinkedItems = 50;

const concurrency = 8;

/**
 * Why texts may not be published with their links by id: those that lead nowhere when readers see the texts first, at
 * `from`. `source` is what the texts belong to, which may link to itself.
 */
export const linkErrors = async (source: ItemLink, links: readonly TextLink[], from: string): Promise<FieldError[]> => {
  const targets = targetsOf(links).filter((target) => !isSameItem(target, source));
  if (targets.length > maxLinkedItems) {
    const { locale, field } = links[0] as TextLink;
    return [fieldError(`translations.${locale}.${field}`, 'tooManyLinks', { max: maxLinkedItems })];
  }
  const isPublic = async (target: ItemLink): Promise<boolean> => {
    const publication = hasValidId(target) ? await readPublication(target) : undefined;
    if (!publication || publication.publishedAt > from) return false;
    return publication.unpublishAt === undefined || publication.unpublishAt > from;
  };
  const checked = await mapWithConcurrency(targets, concurrency, async (target) => ({
    target,
    isFound: await isPublic(target),
  }));
  const dead = checked.filter(({ isFound }) => !isFound).map(({ target }) => target);
  return links
    .filter(({ target }) => dead.some((one) => isSameItem(one, target)))
    .map(({ target: { kind, id }, locale, field }) =>
      fieldError(`translations.${locale}.${field}`, 'linkLeadsNowhere', { link: `${kind}:${id}` }),
    );
};
