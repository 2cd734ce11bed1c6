import type { PublicEvent, publicRoutes } from '../../shared/contract/public.ts';
import { idSchema } from '../../shared/domain/id.ts';
import { pictureAt } from '../../shared/domain/picture.ts';
import { categoryLabel, resolveLocale, type Site } from '../../shared/domain/site.ts';
import { Problem } from '../../shared/http/problem.ts';
import type { Handlers } from '../../shared/http/serve.ts';
import { eventUrl, mediaUrl } from '../../shared/showcase/addresses.ts';
import type { StoredPage } from '../../shared/showcase/page.ts';
import { type Found, readPage, readPages, readSlugs } from '../../shared/showcase/read.ts';
import { readPublicSite } from '../../shared/showcase/site.ts';
import { demandKnown } from './demand-known.ts';

export const getEvent: Handlers<typeof publicRoutes>['getEvent'] = async ({ params, query }, { now }) => {
  const site = await readPublicSite();
  if (query.locale) demandKnown('locale', query.locale, site.locales);
  const { idOrSlug } = params;
  const answer = idSchema.safeParse(idOrSlug).success
    ? await byId(site, idOrSlug, query.locale ?? site.defaultLocale, now)
    : await bySlug(site, idOrSlug, query.locale, now);
  if (answer?.kind === 'page') {
    return { body: sentPage(site, answer.page), headers: { 'content-language': answer.page.locale } };
  }
  if (answer?.kind === 'moved') {
    const location = eventUrl(answer.locale, answer.slug);
    throw new Problem('moved', `This is now at ${location}.`, { headers: { location } });
  }
  if (answer) throw new Problem('gone', `The event ${idOrSlug} was withdrawn.`);
  throw new Problem('not-found', `There is no event ${idOrSlug}.`);
};

const byId = async (site: Site, id: string, wanted: string, now: Date): Promise<Found | undefined> => {
  const slugs = await readSlugs(id, now);
  if (slugs === 'gone') return { kind: 'gone' };
  const locale = slugs && resolveLocale(site, wanted, Object.keys(slugs));
  return locale && slugs[locale] ? readPage(locale, slugs[locale], now) : undefined;
};

/** A slug belongs to one language; a reader who asks for another gets that one where the event has it. */
const bySlug = async (site: Site, slug: string, wanted: string | undefined, now: Date): Promise<Found | undefined> => {
  const order = wanted ? [wanted, ...site.locales.filter((locale) => locale !== wanted)] : site.locales;
  const answers = await readPages(order, slug, now);
  // Withdrawn in the language asked for is an answer; in others it is none where the slug is somebody else's there.
  const [first] = answers;
  const isAsked = first?.locale === wanted || first?.found.kind !== 'gone';
  const answer = isAsked ? first?.found : (answers.find(({ found }) => found.kind !== 'gone') ?? first)?.found;
  if (answer?.kind !== 'page' || !wanted || answer.page.locale === wanted) return answer;
  const other = answer.page.slugs[wanted];
  return other ? ((await readPage(wanted, other, now)) ?? answer) : answer;
};

const sentPage = (site: Site, page: StoredPage): PublicEvent => {
  const { slugs, cover, category, unpublishAt: _, ...rest } = page;
  return {
    ...rest,
    category: { slug: category, label: categoryLabel(site, category, page.locale) },
    ...(cover && { cover: pictureAt(mediaUrl(cover.media), cover, cover.alt) }),
    url: eventUrl(page.locale, page.slug),
    alternates: Object.entries(slugs).map(([locale, slug]) => ({ locale, slug, url: eventUrl(locale, slug) })),
  };
};
