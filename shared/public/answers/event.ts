import type { PublicEvent, PublicPicture } from '../../contract/public.ts';
import type { PublicFile } from '../../model/document.ts';
import { idSchema } from '../../model/id.ts';
import type { Locale } from '../../model/locale.ts';
import { pictureAt } from '../../model/picture.ts';
import { categoryLabel, resolveLocale, type Site } from '../../model/site.ts';
import { isPictureVisibleAt } from '../../showcase/store/card.ts';
import { isErasedSlug } from '../../showcase/store/erased-slug.ts';
import type { StoredFile, StoredPage, StoredPicture } from '../../showcase/store/page.ts';
import { eventPageUrl } from '../../showcase/store/page-urls.ts';
import { readPage, readPages, readSlugs, type SlugTarget } from '../../showcase/store/read.ts';
import { mediaUrl } from '../../showcase/store/urls.ts';
import { readViews } from '../../showcase/store/views.ts';
import { bodyOf, pageBodyOf, type TextBody } from '../text-body.ts';
import type { Answer } from './answer.ts';
import { publicDetails } from './event-details.ts';
import { publishedExhibitionOf } from './published-exhibition-of.ts';

/**
 * A published event as it is sent to a reader of `wanted`. Without `wanted` a slug's language applies, or for an id the
 * site's first one.
 */
export const getPublicEvent = async (...asked: Parameters<typeof getEventForPage>): Promise<Answer<PublicEvent>> => {
  const answer = await getEventForPage(...asked);
  if (answer.kind !== 'found') return answer;
  const { pageBody: _, ...value } = answer.value;
  return { kind: 'found', value };
};

/** A published event as its page shows it. */
export interface EventForPage extends PublicEvent {
  readonly pageBody?: TextBody;
}

/** The same for the event's page. */
export const getEventForPage = async (
  idOrSlug: string,
  wanted: Locale | undefined,
  site: Site,
  now: Date,
): Promise<Answer<EventForPage>> => {
  const isId = idSchema.safeParse(idOrSlug).success;
  // By an id, the views are read at the same time; by a slug, once the page is known, together with the exhibition.
  const [answer, counted] = isId
    ? await Promise.all([
        byId(site, idOrSlug, wanted ?? site.defaultLocale, now),
        readViews({ kind: 'event', id: idOrSlug }),
      ])
    : [await bySlug(site, idOrSlug, wanted, now)];
  if (answer?.kind === 'page') {
    const { page } = answer;
    const [exhibitionIn, views] = await Promise.all([
      page.exhibitionId ? publishedExhibitionOf(page.exhibitionId, site, now) : undefined,
      isId ? counted : readViews({ kind: 'event', id: page.id }),
    ]);
    const exhibition = exhibitionIn?.(page.locale);
    const value: EventForPage = {
      ...toPublicEvent(site, page, now),
      ...(exhibition && { exhibition }),
      ...(views !== undefined && { views: (page.views ?? 0) + views }),
    };
    return { kind: 'found', value };
  }
  if (answer?.kind === 'former') return redirectOrGone(site, answer, wanted, now);
  const isGone = answer !== undefined || (!isId && (await isErasedSlug('event', site.locales, idOrSlug)));
  return { kind: isGone ? 'gone' : 'missing' };
};

/** The present address of an event that once had the slug, or that it was withdrawn. */
const redirectOrGone = async (
  site: Site,
  { eventId, locale: its }: { readonly eventId: string; readonly locale: string },
  wanted: string | undefined,
  now: Date,
): Promise<Answer<never>> => {
  const slugs = await readSlugs(eventId, now);
  if (!slugs || slugs === 'gone') return { kind: 'gone' };
  const locale = resolveLocale(site, wanted ?? its, Object.keys(slugs));
  // Withdrawn in the slug's language, and the reader has not asked for another.
  if (!locale || (!wanted && !slugs[its])) return { kind: 'gone' };
  return { kind: 'moved', locale, slug: slugs[locale] ?? '' };
};

type PageInLocale =
  | Exclude<SlugTarget, { kind: 'former' }>
  | { readonly kind: 'former'; readonly eventId: string; readonly locale: string };

const byId = async (site: Site, id: string, wanted: string, now: Date): Promise<PageInLocale | undefined> => {
  const slugs = await readSlugs(id, now);
  if (slugs === 'gone') return { kind: 'gone' };
  const locale = slugs && resolveLocale(site, wanted, Object.keys(slugs));
  const answer = locale && slugs[locale] ? await readPage(locale, slugs[locale], now) : undefined;
  return answer && inLocale(answer, locale ?? '');
};

const inLocale = (found: SlugTarget, locale: string): PageInLocale =>
  found.kind === 'former' ? { ...found, locale } : found;

/** A slug belongs to one language; a reader who asks for another gets the event in that one where it exists. */
const bySlug = async (
  site: Site,
  slug: string,
  wanted: string | undefined,
  now: Date,
): Promise<PageInLocale | undefined> => {
  const order = wanted ? [wanted, ...site.locales.filter((locale) => locale !== wanted)] : site.locales;
  const answers = (await readPages(order, slug, now)).map(({ locale, found }) => ({
    locale,
    answer: inLocale(found, locale),
  }));
  // A present page comes before a former one, unless that is in the language asked for: another event may have the same
  // slug there.
  const [first] = answers;
  const best = first?.locale === wanted ? first : (answers.find(({ answer }) => answer.kind === 'page') ?? first);
  const answer = best?.answer;
  if (answer?.kind !== 'page' || !wanted || answer.page.locale === wanted) return answer;
  const other = answer.page.slugs[wanted];
  const translated = other ? await readPage(wanted, other, now) : undefined;
  return translated ? inLocale(translated, wanted) : answer;
};

const publicPicture = (picture: StoredPicture): PublicPicture => {
  const { media, alt, caption, credit, focalPoint } = picture;
  return {
    ...pictureAt(mediaUrl(media), picture, alt),
    ...(caption && { caption }),
    ...(credit && { credit }),
    ...(focalPoint && { focalPoint }),
  };
};

/** A file of an event, by its public address. */
const publicFile = ({ media, name, title, type, bytes, pages }: StoredFile): PublicFile => ({
  ...{ title, url: `${mediaUrl(media)}/${name}`, type, bytes },
  ...(pages && { pages }),
});

/** A stored page as it is answered, but for what is read beside it: its exhibition, and the views since. */
export const toPublicEvent = (site: Site, page: StoredPage, now: Date): EventForPage => {
  const { slugs, pictures, files, category, unpublishAt: _, wasPublic: __, exhibitionId: ___, ...stored } = page;
  const { pageHtml: ____, textPictures: _____, ...rest } = stored;
  return {
    ...rest,
    body: bodyOf(page, now),
    pageBody: pageBodyOf(page, now),
    ...publicDetails(page),
    category: { slug: category, label: categoryLabel(site, category, page.locale) },
    pictures: pictures.filter((picture) => isPictureVisibleAt(picture, now)).map(publicPicture),
    files: files.map(publicFile),
    url: eventPageUrl(site, page.locale, page.slug),
    alternates: Object.entries(slugs).map(([locale, slug]) => ({
      locale,
      slug,
      url: eventPageUrl(site, locale, slug),
    })),
  };
};
