import type { PublicExhibition, publicRoutes } from '../../shared/contract/public.ts';
import type { Locale } from '../../shared/domain/locale.ts';
import { categoryLabel, resolveLocale, type Site } from '../../shared/domain/site.ts';
import { Problem } from '../../shared/http/problem.ts';
import type { Handlers } from '../../shared/http/serve.ts';
import { eventUrl, exhibitionUrl, manifestUrl } from '../../shared/showcase/addresses.ts';
import { readPage, readSlugs } from '../../shared/showcase/read.ts';
import { readShownArtwork, readWhole } from '../../shared/showcase/read-exhibition.ts';
import { readPublicSite } from '../../shared/showcase/site.ts';
import { demandKnown } from './demand-known.ts';
import { findExhibition, goneExhibition, slugsShown } from './find-exhibition.ts';
import { sentArtwork } from './sent-artwork.ts';

type PublicHandlers = Handlers<typeof publicRoutes>;

export const getExhibition: PublicHandlers['getExhibition'] = async ({ params, query }, { now }) => {
  const site = await readPublicSite();
  if (query.locale) demandKnown('locale', query.locale, site.locales);
  const found = await findExhibition(params.idOrSlug, query.locale, site, now);
  const whole = await readWhole(found.exhibition, now);
  if (!whole || whole === 'gone') throw goneExhibition(params.idOrSlug);
  const { exhibition, artworks } = whole;
  const { id, content, html, publishedAt } = exhibition;
  const { category, campaign, venue, opensOn, closesOn, organisers, rights, eventIds } = content;
  // A new edition may have come since the language was looked up.
  const locale = resolveLocale(site, found.locale, Object.keys(slugsShown(exhibition, site))) ?? found.locale;
  const { slug = '', title = '', summary, description = '' } = content.translations[locale] ?? {};
  const shown = artworks.map((artwork) => sentArtwork(id, artwork, query.locale ?? locale, site));
  const body: PublicExhibition = {
    ...{ id, locale, slug, title },
    ...(summary && { summary }),
    description: { markdown: description, html: html[locale] ?? '' },
    category: { slug: category, label: categoryLabel(site, category, locale) },
    ...(campaign && { campaign }),
    ...(venue && { venue }),
    ...(opensOn && { opensOn }),
    ...(closesOn && { closesOn }),
    organisers: organisers.map(({ name, role }) => ({
      name: name[resolveLocale(site, locale, Object.keys(name)) ?? ''] ?? '',
      role,
    })),
    rights,
    ...(shown[0] && { cover: shown[0].image }),
    artworks: shown,
    events: await eventsOf(eventIds, locale, site, now),
    publishedAt,
    url: exhibitionUrl(locale, slug),
    manifest: manifestUrl(id),
    alternates: Object.entries(slugsShown(exhibition, site)).map(([other, its]) => ({
      locale: other,
      slug: its,
      url: exhibitionUrl(other, its),
    })),
  };
  return { body, headers: { 'content-language': locale } };
};

export const getArtwork: PublicHandlers['getArtwork'] = async ({ params, query }, { now }) => {
  const site = await readPublicSite();
  if (query.locale) demandKnown('locale', query.locale, site.locales);
  const { exhibition, locale } = await findExhibition(params.idOrSlug, query.locale, site, now);
  const artwork = await readShownArtwork(exhibition, params.artworkId, now);
  if (artwork === 'gone') throw goneExhibition(params.idOrSlug);
  if (!artwork)
    throw new Problem('not-found', `The exhibition ${params.idOrSlug} shows no artwork ${params.artworkId}.`);
  const body = sentArtwork(exhibition.id, artwork, query.locale ?? locale, site);
  return { body, headers: { 'content-language': body.locale } };
};

/** Those of the events that are public now, in their order. */
const eventsOf = async (
  ids: readonly string[],
  wanted: Locale,
  site: Site,
  now: Date,
): Promise<PublicExhibition['events']> => {
  const events = await Promise.all(
    ids.map(async (id) => {
      const slugs = await readSlugs(id, now);
      if (!slugs || slugs === 'gone') return [];
      const locale = resolveLocale(site, wanted, Object.keys(slugs));
      const slug = slugs[locale ?? ''];
      const page = locale && slug ? await readPage(locale, slug, now) : undefined;
      if (page?.kind !== 'page') return [];
      const { title, locale: its } = page.page;
      return [{ id, locale: its, title, url: eventUrl(its, page.page.slug) }];
    }),
  );
  return events.flat();
};
