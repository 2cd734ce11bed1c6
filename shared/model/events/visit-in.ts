import { textIn } from '../languages/in-languages.ts';
import type { Locale } from '../languages/locale.ts';
import type { Site } from '../site/site.ts';
import type { Visit } from './visit.ts';

/** The fields of an object that have a value. */
const known = <T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')) as never;

const placeIn = (
  { name, address, accessibility, latitude, longitude, onlineUrl }: NonNullable<Visit['place']>,
  locale: Locale,
  site: Site,
) => {
  const found = known({
    name: textIn(name, locale, site),
    address: textIn(address, locale, site),
    ...{ latitude, longitude, onlineUrl },
    accessibility: textIn(accessibility, locale, site),
  });
  return Object.keys(found).length > 0 ? { place: found } : {};
};

/** What those who come need to know, with its words as readers of a language get them. */
export const visitIn = ({ place, bookingUrl, price, contact, organisers }: Visit, locale: Locale, site: Site) => ({
  ...placeIn(place ?? {}, locale, site),
  ...known({ bookingUrl, price: textIn(price, locale, site), contact: textIn(contact, locale, site) }),
  organisers: organisers.map(({ name, role }) => ({ name: textIn(name, locale, site) ?? '', role })),
});
