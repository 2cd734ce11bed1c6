import type { Locale } from '../../model/languages/locale.ts';
import type { Edition } from '../../model/publication/edition.ts';
import type { StoredCard } from '../../showcase/store/card.ts';

/** The slugs of the languages that a card is not in. */
export const otherSlugs = (slugs: Readonly<Record<Locale, string>>, shown: Locale): Pick<StoredCard, 'slugs'> => {
  const others = Object.entries(slugs).filter(([locale]) => locale !== shown);
  return { slugs: Object.fromEntries(others) };
};

/** Whether feeds of a language, and its JSON Feeds, name something by an id of its own. */
export const guidFields = (
  { guidLocale, jsonFeedLocale }: Pick<Edition, 'guidLocale' | 'jsonFeedLocale'>,
  reader: Locale,
): Pick<StoredCard, 'ownGuid' | 'ownJsonId'> => ({
  ...(guidLocale !== undefined && guidLocale !== reader && { ownGuid: true }),
  ...(jsonFeedLocale !== undefined && jsonFeedLocale !== reader && { ownJsonId: true }),
});
