import { isObject, type JsonObject } from '../json/json-object.ts';
import type { Upgrade } from '../json/read-stored.ts';

/**
 * The languages that the place's name gets: the venue was one line for all. Without a text its language is not known.
 */
const localesOf = ({ translations }: JsonObject): string[] => {
  const locales = Object.keys(isObject(translations) ? translations : {});
  return locales.length > 0 ? locales : ['und'];
};

/** What editors have confirmed of the venue, of the name of the place in each language. */
const upgradeConfirmed = (confirmed: unknown, locales: readonly string[]): unknown =>
  Array.isArray(confirmed)
    ? confirmed.flatMap((one) =>
        isObject(one) && one.field === 'venue'
          ? locales.map((locale) => ({ ...one, field: 'place.name', locale }))
          : [one],
      )
    : confirmed;

/**
 * Where an event or an exhibition is, as releases up to 0.2.0 have stored it: the name of the place in one line, its
 * `venue`.
 */
export const upgradeVenue: Upgrade = ({ venue, ...content }) => {
  if (venue === undefined) return content;
  const locales = localesOf(content);
  return {
    ...content,
    ...(content.place === undefined && {
      place: { name: Object.fromEntries(locales.map((locale) => [locale, venue])) },
    }),
    ...(content.confirmedMentions !== undefined && {
      confirmedMentions: upgradeConfirmed(content.confirmedMentions, locales),
    }),
  };
};
