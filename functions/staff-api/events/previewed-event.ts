import type * as z from 'zod';
import type { PublicPicture } from '../../../shared/contract/public-schemas.ts';
import { previewSchema } from '../../../shared/contract/staff/schemas.ts';
import { readExhibitionEdition } from '../../../shared/desk/exhibitions/exhibition-editions.ts';
import type { Event } from '../../../shared/model/events/event.ts';
import { itemKindOf } from '../../../shared/model/events/event-kind.ts';
import type { PublicFile } from '../../../shared/model/files/document.ts';
import { knownFields } from '../../../shared/model/json/known-fields.ts';
import type { Locale } from '../../../shared/model/languages/locale.ts';
import { categoryLabel, type Site } from '../../../shared/model/site/site.ts';
import { publicDetails } from '../../../shared/public/answers/event-details.ts';
import { eventDetails } from '../../../shared/publishing/editions/event-details.ts';
import { slugCandidate } from '../../../shared/publishing/shared/slug-candidates.ts';
import { editorsPageUrl, eventPageUrl, exhibitionPageUrl } from '../../../shared/showcase/store/page-urls.ts';
import { publicTitle } from '../public-title.ts';

type Preview = z.input<typeof previewSchema>;

/** A preview is of a version, in a language. */
interface Previewed {
  readonly event: Event;
  readonly locale: Locale;
  readonly pictures: readonly PublicPicture[];
  readonly files: readonly PublicFile[];
  /** The text in that language, with its pictures. */
  readonly body: Preview['body'];
}

/**
 * A version of an event in the shape that readers get it in, as if it were published now: a frontend shows it by the
 * code that shows what is public.
 */
export const previewedEvent = async (
  { event, locale, pictures, files, body }: Previewed,
  site: Site,
  now: Date,
): Promise<Preview> => {
  const { id, version, kind, notice, category, campaign, views, translations } = event;
  const { title = '', summary } = translations[locale] ?? {};
  const slugIn = (its: Locale): string =>
    translations[its]?.slug ??
    slugCandidate(translations[its]?.title ?? '', { id, kind: itemKindOf(event), locale: its }, 0);
  const urlIn = (its: Locale) => (kind === 'page' ? editorsPageUrl : eventPageUrl)(site, its, slugIn(its));
  const linkIn = (its: Locale) => ({ locale: its, slug: slugIn(its), url: urlIn(its) });
  const details = eventDetails(event, locale, site);
  const exhibition = await exhibitionOf(event, locale, site, now);
  // It is answered as what is public is, which nothing reads by its schema any more; a later release may have stored
  // more.
  return knownFields<typeof previewSchema, Preview>(previewSchema, {
    ...{ id, version, ...linkIn(locale), title, ...(summary && { summary }) },
    body,
    pictures: [...pictures],
    files: [...files],
    ...(category && { category: { slug: category, label: categoryLabel(site, category, locale) } }),
    ...(campaign && { campaign }),
    ...details,
    ...publicDetails(details),
    kind: kind === 'page' || kind === 'notice' ? kind : details.kind,
    ...(notice && { notice }),
    ...(exhibition && { exhibition }),
    ...(views !== undefined && { views }),
    publishedAt: event.publishedAt ?? now.toISOString(),
    alternates: Object.keys(translations)
      .filter((its) => site.locales.includes(its))
      .map(linkIn),
  });
};

/** The exhibition that it tells of, where that is public. */
const exhibitionOf = async (
  { exhibitionId }: Event,
  wanted: Locale,
  site: Site,
  now: Date,
): Promise<Preview['exhibition']> => {
  if (!exhibitionId) return undefined;
  const seen = publicTitle((await readExhibitionEdition(exhibitionId))?.publication, wanted, site, now);
  return seen && { id: exhibitionId, title: seen.title, url: exhibitionPageUrl(site, seen.locale, seen.slug) };
};
