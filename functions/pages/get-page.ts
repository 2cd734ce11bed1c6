import type { Call } from '../../shared/http/serve.ts';
import type { Locale } from '../../shared/model/languages/locale.ts';
import type { Site } from '../../shared/model/site/site.ts';
import { type Answer, movedTo, pageAbsence, requireFound } from '../../shared/public/answers/answer.ts';
import { getEditorsPageForPage } from '../../shared/public/answers/editors-page.ts';
import { getEventForPage } from '../../shared/public/answers/event.ts';
import { getPublicExhibitionPart } from '../../shared/public/answers/exhibition.ts';
import { editorsPage } from '../../shared/public/pages/editors-page.ts';
import { eventPage } from '../../shared/public/pages/event-page.ts';
import {
  exhibitionPage,
  maxArtworkBytesPerPage,
  maxArtworksPerPage,
  type PagedExhibition,
} from '../../shared/public/pages/exhibition-page.ts';
import type { PageSite } from '../../shared/public/pages/layout/frame.ts';
import type { Page } from '../../shared/public/pages/layout/layout.ts';
import type { PageCard } from '../../shared/public/pages/lists/card.ts';
import { editorsPageUrl, eventPageUrl, exhibitionPageUrl } from '../../shared/showcase/store/page-urls.ts';
import { todayIn } from '../../shared/showcase/store/today.ts';
import { pageUrl } from '../../shared/showcase/store/urls.ts';
import { type Folder, pagePath } from './page-path.ts';
import { readPageSite } from './read-page-site.ts';
import { readRelated } from './read-related.ts';
import { redirectLegacyPath, redirectLegacyPathIfKnown } from './redirect-legacy-path.ts';

/** What both routes receive. */
interface PageInput {
  readonly params: { readonly locale: string; readonly slug: string };
  readonly query: object;
}

/** What has a page of its own. */
interface Addressed {
  readonly locale: Locale;
  readonly slug: string;
  readonly url: string;
}

/** What events and exhibitions have in common, as far as a page needs it. */
interface Published extends Addressed {
  readonly id: string;
  readonly category: { readonly slug: string };
  readonly campaign?: string | undefined;
}

/** How the pages of one kind of thing are made. */
interface Kind<T extends Addressed> {
  /** None of an editors' page. */
  readonly folder?: Folder;
  answer(idOrSlug: string, wanted: Locale, site: Site, now: Date): Promise<Answer<T>>;
  urlOf(site: Site, locale: Locale, slug: string): string;
  page(published: T, site: PageSite, now: Date): Promise<Page>;
}

/**
 * A page at its canonical address: another language's slug, a former one and an id redirect there. An unknown address
 * may belong to the earlier site.
 */
const getPage =
  <T extends Addressed>({ folder, answer, urlOf, page }: Kind<T>) =>
  async ({ params: { locale, slug } }: PageInput, { now, rawQuery }: Call): Promise<Page> => {
    const site = await readPageSite(now);
    const path = [locale, ...(folder ? [folder] : []), slug].join('/');
    const own = pagePath(path, site.locales);
    if (own !== undefined && own !== path) {
      await redirectLegacyPathIfKnown(path, rawQuery, now);
      throw movedTo(pageUrl(own, rawQuery));
    }
    const found = own === undefined ? undefined : await answer(slug, locale, site, now);
    if (!found || found.kind === 'missing') return redirectLegacyPath(path, rawQuery, now);
    const published = requireFound(found, pageAbsence(`/${path}`), (its, name) => urlOf(site, its, name));
    if (published.locale !== locale || published.slug !== slug) throw movedTo(published.url);
    return page(published, site, now);
  };

/** A page with what is related to its item. */
const withRelated =
  <T extends Published>(page: (item: T, related: readonly PageCard[], site: Site, now: Date) => Page) =>
  async (published: T, site: PageSite, now: Date): Promise<Page> =>
    page(published, await readRelated(published, site, now), site, now);

export const getEventPage = getPage({
  folder: 'events',
  answer: getEventForPage,
  urlOf: eventPageUrl,
  page: withRelated(eventPage),
});

export const getEditorsPage = getPage({
  answer: getEditorsPageForPage,
  urlOf: editorsPageUrl,
  page: async (published, site) => editorsPage(published, site),
});

/** The number of the artwork that a page of an exhibition begins with, from 1; the first, where `from` is none. */
const firstIn = (query: object): number => {
  const { from } = query as { readonly from?: unknown };
  return typeof from === 'string' && /^[1-9]\d{0,3}$/.test(from) ? Number(from) : 1;
};

const exhibitions = (first: number): Kind<PagedExhibition> => ({
  folder: 'exhibitions',
  answer: async (idOrSlug, wanted, site, now) => {
    const part = { from: first - 1, limit: maxArtworksPerPage, bytes: maxArtworkBytesPerPage };
    const answer = await getPublicExhibitionPart({ idOrSlug, wanted, site, now }, part);
    if (answer.kind !== 'found') return answer;
    const { exhibition, ...rest } = answer.value;
    return { kind: 'found', value: { ...exhibition, ...rest, today: todayIn(site.timeZone, now) } };
  },
  urlOf: exhibitionPageUrl,
  page: withRelated(exhibitionPage),
});

export const getExhibitionPage = (input: PageInput, call: Call): Promise<Page> =>
  getPage(exhibitions(firstIn(input.query)))(input, call);
