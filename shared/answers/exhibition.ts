import type { PublicArtwork, PublicExhibition } from '../contract/public.ts';
import type { Locale } from '../domain/locale.ts';
import { categoryLabel, resolveLocale, type Site } from '../domain/site.ts';
import { eventUrl, exhibitionUrl, manifestUrl } from '../showcase/addresses.ts';
import { readPage, readSlugs } from '../showcase/read.ts';
import { readShownArtwork, readWhole } from '../showcase/read-exhibition.ts';
import type { Answer } from './answer.ts';
import { findExhibition, slugsShown } from './find-exhibition.ts';
import { sentArtwork } from './sent-artwork.ts';

/** A published exhibition, with its artworks in their order, as it is sent to a reader of `wanted`. */
export const answerExhibition = async (
  idOrSlug: string,
  wanted: Locale | undefined,
  site: Site,
  now: Date,
): Promise<Answer<PublicExhibition>> => {
  const found = await findExhibition(idOrSlug, wanted, site, now);
  if (found.kind !== 'found') return found;
  const whole = await readWhole(found.value.exhibition, now);
  if (!whole || whole === 'gone') return { kind: 'gone' };
  const { exhibition, artworks } = whole;
  const { id, content, html, publishedAt } = exhibition;
  const { category, campaign, venue, opensOn, closesOn, organisers, rights, eventIds } = content;
  // A new edition may have come since the language was looked up.
  const locale =
    resolveLocale(site, found.value.locale, Object.keys(slugsShown(exhibition, site))) ?? found.value.locale;
  const { slug = '', title = '', summary, description = '' } = content.translations[locale] ?? {};
  const shown = artworks.map((artwork) => sentArtwork(id, artwork, wanted ?? locale, site));
  const value: PublicExhibition = {
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
  return { kind: 'found', value };
};

/** One artwork of a published exhibition, as it is sent to a reader of `wanted`; `missing` only where there is no such exhibition. */
export const answerArtwork = async (
  idOrSlug: string,
  artworkId: string,
  wanted: Locale | undefined,
  site: Site,
  now: Date,
): Promise<Answer<PublicArtwork | undefined>> => {
  const found = await findExhibition(idOrSlug, wanted, site, now);
  if (found.kind !== 'found') return found;
  const { exhibition, locale } = found.value;
  const artwork = await readShownArtwork(exhibition, artworkId, now);
  if (artwork === 'gone') return { kind: 'gone' };
  return { kind: 'found', value: artwork && sentArtwork(exhibition.id, artwork, wanted ?? locale, site) };
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
