import type { pageRoutes } from '../../shared/contract/pages.ts';
import { publicRoutes } from '../../shared/contract/public.ts';
import { fromPlaceCursor, toCursor } from '../../shared/http/cursor.ts';
import type { Handlers } from '../../shared/http/serve.ts';
import { wantedTerms } from '../../shared/model/search-terms.ts';
import type { Site } from '../../shared/model/site.ts';
import { type FoundItems, searchPage } from '../../shared/public/pages/search-page.ts';
import { InvalidInputError } from '../../shared/refusals/application-error.ts';
import { languageFor } from '../../shared/refusals/language.ts';
import { parseInput } from '../../shared/refusals/parse-input.ts';
import { wordReason } from '../../shared/refusals/word-reason.ts';
import { search } from '../../shared/showcase/search/search.ts';
import { toFeedCard } from '../../shared/showcase/store/card.ts';
import { withSlugs } from '../../shared/showcase/store/with-slugs.ts';
import { requireOwnPath } from './get-list-page.ts';
import { itemsPerList } from './read-lists.ts';
import { readPageSite } from './read-page-site.ts';

const querySchema = publicRoutes.searchItems.query.shape.q;

/** What `GET /v1/search` finds; of words that cannot be searched for, why. */
const find = async (
  given: string,
  { locale, site, now }: { locale: string; site: Site; now: Date },
  cursor: string | undefined,
): Promise<FoundItems> => {
  let terms: string[];
  try {
    terms = wantedTerms(parseInput(querySchema, given, 'q'));
  } catch (error) {
    const [first] = error instanceof InvalidInputError ? (error.errors ?? []) : [];
    if (!first) throw error;
    return { items: [], refusal: wordReason(first, languageFor([locale])) };
  }
  const list = ['SEARCH', locale, ...terms].join('#');
  const after = fromPlaceCursor(list, cursor);
  const { entries, last } = await search({ locale, terms }, { limit: itemsPerList, after, now });
  return {
    items: (await withSlugs(entries)).map((entry) => toFeedCard(entry, { locale, site, now })),
    ...(last && { nextCursor: toCursor(list, last) }),
  };
};

/** The page that searches: a form, and below it what was found. */
export const getSearchPage: Handlers<typeof pageRoutes>['getSearchPage'] = async (
  { params: { locale }, query },
  { now, rawQuery },
) => {
  await requireOwnPath(`${locale}/search`, query, rawQuery, now);
  const { q = '', cursor } = query;
  const site = await readPageSite(now);
  const found = q.trim() === '' ? undefined : await find(q, { locale, site, now }, cursor);
  return searchPage({ locale, q, found }, site);
};
