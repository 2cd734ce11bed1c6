import type { pageRoutes } from '../../shared/contract/pages.ts';
import { publicRoutes } from '../../shared/contract/public.ts';
import { searchKinds } from '../../shared/contract/public-schemas.ts';
import type { Handlers } from '../../shared/http/serve.ts';
import type { Locale } from '../../shared/model/languages/locale.ts';
import { type SearchQuery, searchResults } from '../../shared/public/answers/search-results.ts';
import type { PageSite } from '../../shared/public/pages/layout/frame.ts';
import type { SearchPageQuery } from '../../shared/public/pages/markup/paths.ts';
import { type FoundItems, searchPage } from '../../shared/public/pages/search-page.ts';
import { InvalidInputError } from '../../shared/refusals/application-error.ts';
import { languageFor } from '../../shared/refusals/language.ts';
import { parseInput } from '../../shared/refusals/parse-input.ts';
import { wordReason } from '../../shared/refusals/word-reason.ts';
import { requireOwnPath } from './get-list-page.ts';
import { itemsPerList } from './read-lists.ts';
import { readPageSite } from './read-page-site.ts';

/** How many artworks stand beside what else was found. */
const artworksBeside = 6;

const querySchema = publicRoutes.searchItems.query.pick({ q: true, kind: true, from: true, to: true });

interface Shown {
  readonly locale: Locale;
  readonly site: PageSite;
  readonly now: Date;
}

/** What of a form was filled in; a kind that nobody knows is none. */
const givenIn = ({ q = '', kind, from, to }: SearchPageQuery): SearchPageQuery & { readonly q: string } => ({
  q,
  ...(searchKinds.some((one) => one === kind) && { kind }),
  ...(from?.trim() && { from: from.trim() }),
  ...(to?.trim() && { to: to.trim() }),
});

/** What `GET /v1/search` finds; of what cannot be searched for, why. */
const find = async (
  given: SearchPageQuery & { readonly q: string },
  cursor: string | undefined,
  { locale, site, now }: Shown,
): Promise<FoundItems> => {
  try {
    const query: SearchQuery = { locale, ...parseInput(querySchema, given) };
    const options = { limit: itemsPerList, cursor, site, now };
    if (query.kind) return await searchResults(query, options);
    const [others, artworks] = await Promise.all([
      searchResults({ ...query, withoutArtworks: true }, options),
      cursor === undefined
        ? searchResults({ ...query, kind: 'artwork' }, { limit: artworksBeside, cursor, site, now })
        : undefined,
    ]);
    return {
      ...others,
      ...(artworks && { artworks: { items: artworks.items, more: artworks.nextCursor !== undefined } }),
    };
  } catch (error) {
    const [first] = error instanceof InvalidInputError ? (error.errors ?? []) : [];
    if (!first || first.path === 'cursor') throw error;
    const value = given[first.path as keyof typeof given] ?? given.q;
    return { items: [], refusal: { given: value, words: wordReason(first, languageFor([locale])) } };
  }
};

/** The page that searches: a form, and below it what was found. */
export const getSearchPage: Handlers<typeof pageRoutes>['getSearchPage'] = async (
  { params: { locale }, query },
  { now, rawQuery },
) => {
  await requireOwnPath(`${locale}/search`, rawQuery, now);
  const { cursor, ...filled } = query;
  const site = await readPageSite(now);
  const given = givenIn(filled);
  const found = given.q.trim() === '' ? undefined : await find(given, cursor, { locale, site, now });
  return searchPage({ locale, ...given, found }, site);
};
