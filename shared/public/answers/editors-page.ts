import type { PublicNotice, PublicPage, PublicPageCard } from '../../contract/public-schemas.ts';
import { idSchema } from '../../model/id.ts';
import type { Locale } from '../../model/languages/locale.ts';
import { resolveLocale, type Site } from '../../model/site/site.ts';
import { isPictureVisibleAt } from '../../showcase/store/card.ts';
import { isErasedSlug } from '../../showcase/store/erased-slug.ts';
import type { FrameEntry } from '../../showcase/store/frame.ts';
import type { StoredPage } from '../../showcase/store/page.ts';
import { editorsPageUrl } from '../../showcase/store/page-urls.ts';
import { bodyOf, pageBodyOf, type TextBody } from '../text-body.ts';
import type { Answer } from './answer.ts';
import { publicFile, publicPicture } from './event.ts';
import { findPage, redirectOrGone } from './find-page.ts';

/** An editors' page as its page shows it. */
export interface EditorsPageForPage extends PublicPage {
  readonly pageBody: TextBody;
}

const links = (slugs: Readonly<Record<Locale, string>>, locale: Locale, site: Site) => ({
  url: editorsPageUrl(site, locale, slugs[locale] ?? ''),
  alternates: site.locales.flatMap((its) => {
    const slug = slugs[its];
    return slug === undefined ? [] : [{ locale: its, slug, url: editorsPageUrl(site, its, slug) }];
  }),
});

const toPublicPage = (page: StoredPage, site: Site, now: Date): EditorsPageForPage => {
  const { id, locale, slug, title, summary, pictures, files, slugs } = page;
  return {
    ...{ id, locale, slug, title, ...(summary && { summary }) },
    body: bodyOf(page, now),
    pageBody: pageBodyOf(page, now),
    pictures: pictures.filter((picture) => isPictureVisibleAt(picture, now)).map(publicPicture),
    files: files.map(publicFile),
    ...links(slugs, locale, site),
  };
};

/** A published editors' page for its page. */
export const getEditorsPageForPage = async (
  idOrSlug: string,
  wanted: Locale | undefined,
  site: Site,
  now: Date,
): Promise<Answer<EditorsPageForPage>> => {
  const asked = { kind: 'page', idOrSlug, wanted, site, now } as const;
  const answer = await findPage(asked);
  if (answer?.kind === 'page') return { kind: 'found', value: toPublicPage(answer.page, site, now) };
  if (answer?.kind === 'former') return redirectOrGone(answer, asked);
  const isId = idSchema.safeParse(idOrSlug).success;
  const isGone = answer !== undefined || (!isId && (await isErasedSlug('page', site.locales, idOrSlug)));
  return { kind: isGone ? 'gone' : 'missing' };
};

/** The same as the API sends it. */
export const getPublicPage = async (
  ...asked: Parameters<typeof getEditorsPageForPage>
): Promise<Answer<PublicPage>> => {
  const answer = await getEditorsPageForPage(...asked);
  if (answer.kind !== 'found') return answer;
  const { pageBody: _, ...value } = answer.value;
  return { kind: 'found', value };
};

/**
 * A page in the language of a reader, or in the one that stands in for it; `undefined` where it is in none of the
 * site's.
 */
export const toPageCard = (entry: FrameEntry, wanted: Locale, site: Site): PublicPageCard | undefined => {
  const slugs = Object.fromEntries(
    Object.entries(entry.texts).flatMap(([locale, { slug }]) =>
      slug !== undefined && site.locales.includes(locale) ? [[locale, slug]] : [],
    ),
  );
  const locale = resolveLocale(site, wanted, Object.keys(slugs));
  const text = locale === undefined ? undefined : entry.texts[locale];
  if (locale === undefined || !text?.slug) return undefined;
  const { title, slug, summary } = text;
  return { id: entry.id, locale, slug, title, ...(summary && { summary }), ...links(slugs, locale, site) };
};

/** Pages in the order of the navigation; those that it lacks come last, by their first publication. */
export const inNavigationOrder = (pages: readonly FrameEntry[], { navigation = [] }: Site): FrameEntry[] => {
  const order = navigation.map((one) => ('page' in one ? one.page : ''));
  const placeOf = ({ id }: FrameEntry) => (order.includes(id) ? order.indexOf(id) : order.length);
  return pages.toSorted((one, other) => placeOf(one) - placeOf(other));
};

/** A notice as the API sends it, in the languages that the site has. */
export const toPublicNotice = ({ texts, level = 'info', ...entry }: FrameEntry, site: Site): PublicNotice => {
  const { id, url, publishedAt, unpublishAt } = entry;
  const known = Object.entries(texts).filter(([locale]) => site.locales.includes(locale));
  return {
    ...{ id, level },
    title: Object.fromEntries(known.map(([locale, { title }]) => [locale, title])),
    summary: Object.fromEntries(known.flatMap(([locale, { summary }]) => (summary ? [[locale, summary]] : []))),
    ...(url && { url }),
    publishedAt,
    ...(unpublishAt && { unpublishAt }),
  };
};
