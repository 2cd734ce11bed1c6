import type { StaffExhibition } from '../../../shared/contract/staff/exhibition-schemas.ts';
import type { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import { readExhibitionsPage } from '../../../shared/desk/exhibitions/exhibition-lists.ts';
import { findExhibitions } from '../../../shared/desk/exhibitions/find-exhibitions.ts';
import { readSite } from '../../../shared/desk/site/site.ts';
import type { ListPage } from '../../../shared/desk/store/list-segments.ts';
import { upgradeLists } from '../../../shared/desk/upgrade/upgrade-lists.ts';
import { fromListCursor, fromSegmentCursor } from '../../../shared/http/cursor.ts';
import { pageOf } from '../../../shared/http/page-by-size.ts';
import type { Call, Handlers } from '../../../shared/http/serve.ts';
import { timeRange } from '../../../shared/model/events/event-filter.ts';
import type { Exhibition } from '../../../shared/model/exhibitions/exhibition.ts';
import { type ExhibitionStatus, exhibitionStatuses } from '../../../shared/model/exhibitions/exhibition-status.ts';
import type { Picture } from '../../../shared/model/files/picture.ts';
import { wantedTerms } from '../../../shared/model/text/search-terms.ts';
import { InvalidInputError } from '../../../shared/refusals/application-error.ts';
import { fieldError } from '../../../shared/refusals/field-error.ts';
import { readCoverImages } from './cover-images.ts';
import { toStaffExhibition } from './staff-exhibition.ts';

type ListHandler = Handlers<typeof staffRoutes>['listStaffExhibitions'];

type Query = Parameters<ListHandler>[0]['query'];

export const listStaffExhibitions: ListHandler = async ({ query }, call) => {
  const { status, limit, cursor, ...others } = query;
  const { now } = call;
  await upgradeLists();
  const [only = 'draft', ...further] = status ?? [];
  const isPlain = Object.keys(others).length === 0 && further.length === 0;
  const list = isPlain ? `EXHIBITIONS#${only}` : `EXHIBITIONS#${JSON.stringify({ status, ...others })}`;
  const { counts, ...page }: Found = isPlain
    ? await readExhibitionsPage(only, { now, limit, after: fromSegmentCursor(list, cursor) })
    : await readFound(query, list, call);
  const covers = await readCoverImages(page.items.map(({ item }) => item));
  const shown = page.items.map(({ item }) => toListItem(item, covers.get(item.id), call));
  const answer = pageOf(list, shown, (n) => page.items[n]?.place ?? '', page.last);
  return { body: { ...answer, ...(counts && cursor === undefined && { counts }) } };
};

interface Found extends ListPage<Exhibition> {
  readonly counts?: Record<ExhibitionStatus, number>;
}

/** Before a place in a list, as the cursor of one has it: how the list is read. */
const prefix = 'all;';

const readFound = async (query: Query, list: string, { now }: Call): Promise<Found> => {
  const { q, category, campaign, author, changed, from, to, sort = 'changed', limit } = query;
  const terms = q === undefined ? [] : wantedTerms(q);
  if (q !== undefined && terms.length === 0) throw new InvalidInputError([fieldError('q', 'nothingToSearch')]);
  const { site } = await readSite();
  const { items, last, counts } = await findExhibitions({
    filter: {
      // What is archived is out of the way, unless it is asked for.
      statuses: query.status ?? exhibitionStatuses.filter((status) => status !== 'archived'),
      ...{ terms, category, campaign, author, isChanged: changed },
      ...(query.missing && { missing: query.missing === true ? site.locales : [query.missing] }),
    },
    range: timeRange(from, to, site.timeZone),
    sort,
    order: query.order ?? (sort === 'ends' ? 'ascending' : 'descending'),
    ...{ limit, now, after: fromListCursor(list, query.cursor)?.slice(prefix.length) },
  });
  return {
    items: items.map(({ item, place }) => ({ item, place: `${prefix}${place}` })),
    ...(last !== undefined && { last: `${prefix}${last}` }),
    counts,
  };
};

/** An exhibition in a list, without its descriptions: a hundred of them would exceed the size of an answer. */
const toListItem = (
  { selection: _, confirmedMentions: _confirmed, ...exhibition }: Exhibition,
  coverImage: Picture | undefined,
  call: Call,
): StaffExhibition => {
  const texts = Object.entries(exhibition.translations).map(([locale, { description: _, ...text }]) => [locale, text]);
  const shown = toStaffExhibition({ ...exhibition, translations: Object.fromEntries(texts) }, call);
  return { ...shown, ...(coverImage && { coverImage }) };
};
