import type { HallWork } from '../../../shared/contract/staff/exhibition-schemas.ts';
import type { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import { requireExhibition } from '../../../shared/desk/exhibitions/require-exhibition.ts';
import { fromNumberCursor } from '../../../shared/http/cursor.ts';
import { pageOf } from '../../../shared/http/page-by-size.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import type { PublishedArtwork } from '../../../shared/model/exhibitions/artwork.ts';
import type { Locale } from '../../../shared/model/languages/locale.ts';
import { visibleArtist } from '../../../shared/model/people/visible-artist.ts';
import { resolveLocale, type Site } from '../../../shared/model/site/site.ts';
import { readHall } from '../../../shared/publishing/history/read-hall.ts';
import { actorOf } from '../actor-of.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

export const listHallWorks: StaffHandlers['listHallWorks'] = async ({ params: { id }, query }, call) => {
  const { locale, cursor } = query;
  const exhibition = await requireExhibition(id);
  const { site, artworks, isPublished, leftOut, urlOf } = await readHall(exhibition, actorOf(call));
  const list = `HALL#${id}#${locale}`;
  const from = fromNumberCursor(list, cursor) ?? 0;
  const items = artworks.map((artwork, n) =>
    toHallWork(artwork, { number: n + 1, wanted: locale, site, url: urlOf(artwork.id, locale) }),
  );
  const page = pageOf(list, items.slice(from), (index) => String(from + index + 1), undefined);
  return { body: { ...page, isPublished, leftOut: [...leftOut] } };
};

/** In which language a work is labelled, at which place, and where people read of it. */
interface Label {
  readonly number: number;
  readonly wanted: Locale;
  readonly site: Site;
  readonly url: string | undefined;
}

const toHallWork = (
  { id, translations, artist, medium, year }: PublishedArtwork,
  { number, wanted, site, url }: Label,
): HallWork => {
  const locale = resolveLocale(site, wanted, Object.keys(translations)) ?? wanted;
  const { title = '' } = translations[locale] ?? {};
  return {
    ...{ artworkId: id, number, locale, title },
    artist: visibleArtist(artist),
    ...(medium && { medium }),
    ...(year !== undefined && { year }),
    ...(url && { url }),
  };
};
