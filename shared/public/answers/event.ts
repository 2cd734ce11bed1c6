import type { PublicEvent, PublicPicture } from '../../contract/public-schemas.ts';
import type { PublicFile } from '../../model/files/document.ts';
import { pictureAt } from '../../model/files/picture.ts';
import { idSchema } from '../../model/id.ts';
import type { Locale } from '../../model/languages/locale.ts';
import { categoryLabel, type Site } from '../../model/site/site.ts';
import { isPictureVisibleAt } from '../../showcase/store/card.ts';
import { isErasedSlug } from '../../showcase/store/erased-slug.ts';
import type { StoredFile, StoredPage, StoredPicture } from '../../showcase/store/page.ts';
import { eventPageUrl } from '../../showcase/store/page-urls.ts';
import { mediaUrl } from '../../showcase/store/urls.ts';
import { readViews } from '../../showcase/store/views.ts';
import { bodyOf, pageBodyOf, type TextBody } from '../text-body.ts';
import type { Answer } from './answer.ts';
import { publicDetails } from './event-details.ts';
import { findPage, redirectOrGone } from './find-page.ts';
import { publishedExhibitionOf } from './published-exhibition-of.ts';

/**
 * A published event as it is sent to a reader of `wanted`. Without `wanted` a slug's language applies, or for an id the
 * site's first one.
 */
export const getPublicEvent = async (...asked: Parameters<typeof getEventForPage>): Promise<Answer<PublicEvent>> => {
  const answer = await getEventForPage(...asked);
  if (answer.kind !== 'found') return answer;
  const { pageBody: _, countedViews: __, ...value } = answer.value;
  return { kind: 'found', value };
};

/** A published event as its page shows it. */
export interface EventForPage extends PublicEvent {
  readonly pageBody?: TextBody;
  /** Those of the views that were counted here. */
  readonly countedViews?: number;
}

/** The same for the event's page. */
export const getEventForPage = async (
  idOrSlug: string,
  wanted: Locale | undefined,
  site: Site,
  now: Date,
): Promise<Answer<EventForPage>> => {
  const isId = idSchema.safeParse(idOrSlug).success;
  const asked = { kind: 'event', idOrSlug, wanted, site, now } as const;
  // By an id, the views are read at the same time; by a slug, once the page is known, together with the exhibition.
  const [answer, counted] = isId
    ? await Promise.all([findPage(asked), readViews({ kind: 'event', id: idOrSlug })])
    : [await findPage(asked)];
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
      ...(views !== undefined && { views: (page.views ?? 0) + views, countedViews: views }),
    };
    return { kind: 'found', value };
  }
  if (answer?.kind === 'former') return redirectOrGone(answer, asked);
  const isGone = answer !== undefined || (!isId && (await isErasedSlug('event', site.locales, idOrSlug)));
  return { kind: isGone ? 'gone' : 'missing' };
};

/** A stored picture as it is answered. */
export const publicPicture = (picture: StoredPicture): PublicPicture => {
  const { media, alt, caption, credit, focalPoint } = picture;
  return {
    ...pictureAt(mediaUrl(media), picture, alt),
    ...(caption && { caption }),
    ...(credit && { credit }),
    ...(focalPoint && { focalPoint }),
  };
};

/** A file of an event or a page, by its public address. */
export const publicFile = ({ media, name, title, type, bytes, pages }: StoredFile): PublicFile => ({
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
    // A language that has left the settings has no pages.
    alternates: site.locales.flatMap((locale) => {
      const slug = slugs[locale];
      return slug ? [{ locale, slug, url: eventPageUrl(site, locale, slug) }] : [];
    }),
  };
};
