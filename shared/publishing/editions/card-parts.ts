import type { Edition } from '../../model/edition.ts';
import type { Locale } from '../../model/locale.ts';
import type { StoredCard } from '../../showcase/store/card.ts';

/** The slugs of the languages that a card is not in. */
export const otherSlugs = (slugs: Readonly<Record<Locale, string>>, shown: Locale): Pick<StoredCard, 'slugs'> => {
  const others = Object.entries(slugs).filter(([locale]) => locale !== shown);
  return { slugs: Object.fromEntries(others) };
};

/** Whether the feed of a language names something by an id of its own. */
export const guidFields = ({ guidLocale }: Pick<Edition, 'guidLocale'>, reader: Locale): Pick<StoredCard, 'ownGuid'> =>
  guidLocale === undefined || guidLocale === reader ? {} : { ownGuid: true };
