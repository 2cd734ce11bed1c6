import { fillTemplate } from '../../model/address-template.ts';
import type { Locale } from '../../model/locale.ts';
import type { Site } from '../../model/site.ts';
import { eventUrl, exhibitionUrl, homeUrl } from './urls.ts';

type Pages = Pick<Site, 'frontend'>;

/** Where people read an event: on the institution's own site, where the settings say where, else on Sergi's page. */
export const eventPageUrl = ({ frontend }: Pages, locale: Locale, slug: string): string =>
  frontend?.events ? fillTemplate(frontend.events, { locale, slug }) : eventUrl(locale, slug);

/** Where people read of an exhibition. */
export const exhibitionPageUrl = ({ frontend }: Pages, locale: Locale, slug: string): string =>
  frontend?.exhibitions ? fillTemplate(frontend.exhibitions, { locale, slug }) : exhibitionUrl(locale, slug);

/** The first page for people, in a language. */
export const homePageUrl = ({ frontend }: Pages, locale: Locale): string =>
  frontend?.home ? fillTemplate(frontend.home, { locale }) : homeUrl();
