import type { Locale } from '../../model/languages/locale.ts';
import { fillTemplate } from '../../model/site/address-template.ts';
import type { Site } from '../../model/site/site.ts';
import type { PublicKind } from './public-summary.ts';
import { artworkPageUrl, eventUrl, exhibitionUrl, listUrl, ownPageUrl } from './urls.ts';

type Pages = Pick<Site, 'frontend'>;

/** Where people read an event: on the institution's own site, where the settings say where, else on Sergi's page. */
export const eventPageUrl = ({ frontend }: Pages, locale: Locale, slug: string): string =>
  frontend?.events ? fillTemplate(frontend.events, { locale, slug }) : eventUrl(locale, slug);

/** Where people read of an exhibition. */
export const exhibitionPageUrl = ({ frontend }: Pages, locale: Locale, slug: string): string =>
  frontend?.exhibitions ? fillTemplate(frontend.exhibitions, { locale, slug }) : exhibitionUrl(locale, slug);

/** Where people read an editors' page: Sergi's own pages alone have it, or its address is asked of the API. */
export const editorsPageUrl = ({ frontend }: Pages, locale: Locale, slug: string): string =>
  frontend?.pages ? fillTemplate(frontend.pages, { locale, slug }) : ownPageUrl(locale, slug);

/** Where people read of something; a notice has no page of its own. */
export const publicPageUrl = (kind: PublicKind, pages: Pages, locale: Locale, slug: string): string | undefined => {
  if (kind === 'notice') return undefined;
  return { event: eventPageUrl, exhibition: exhibitionPageUrl, page: editorsPageUrl }[kind](pages, locale, slug);
};

/** Where people look at an artwork; `slug` is that of its exhibition in the language. */
export const pageUrlOfArtwork = ({ frontend }: Pages, locale: Locale, slug: string, id: string): string =>
  frontend?.artworks ? fillTemplate(frontend.artworks, { locale, slug, id }) : artworkPageUrl(locale, slug, id);

/** The first page for people, in a language. */
export const homePageUrl = ({ frontend }: Pages, locale: Locale): string =>
  frontend?.home ? fillTemplate(frontend.home, { locale }) : listUrl(locale);
