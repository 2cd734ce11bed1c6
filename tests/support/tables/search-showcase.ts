import { ulid } from 'ulid';
import type { Edition } from '../../../shared/model/publication/edition.ts';
import { defaultSite } from '../../../shared/model/site/site.ts';
import { wantedTerms } from '../../../shared/model/text/search-terms.ts';
import { search } from '../../../shared/showcase/search/search.ts';
import { updateSearchEntries } from '../../../shared/showcase/search/update-search-entries.ts';
import { startShowcase } from './showcase-table.ts';

type Publication = NonNullable<Edition['publication']>;

/** An edition in which the title of each language is the first of its words, and its body all of them. */
export const edition = (
  words: Readonly<Record<string, string>>,
  over: Partial<Publication> = {},
  number = 1,
): Edition => {
  const translations = Object.entries(words).map(([locale, text]) => [
    locale,
    { title: text.split(' ')[0] ?? '', body: text, slug: `s-${locale}-${ulid().toLowerCase()}` },
  ]);
  return {
    number,
    publication: {
      content: {
        category: 'events',
        translations: Object.fromEntries(translations),
        ...{ pictures: [], files: [], showings: [], organisers: [], tags: [] },
      },
      publishedAt: '2022-11-18T10:00:00.000Z',
      feedLocales: defaultSite.locales,
      ...over,
    },
    slugHistory: {},
    redirectsFrom: [],
  };
};

/** The edition of an event that was public once. */
export const withdrawn = (number: number): Edition => ({ number, slugHistory: { az: ['s'] }, redirectsFrom: [] });

let words = 0;

/** A word that no other text has, nor begins with. */
export const word = (): string => {
  words += 1;
  return `söz${[...String(words)].map((digit) => String.fromCodePoint(97 + Number(digit))).join('')}x`;
};

/** A showcase with an index of it, which is made when it is asked for. */
export const startSearch = async () => {
  const showcase = await startShowcase();
  const indexAll = async (ids: readonly string[], hasTime?: () => boolean): Promise<void> => {
    const items = ids.map((id) => ({ kind: 'event' as const, id }));
    await updateSearchEntries(items, new Date(), hasTime);
  };
  const index = async (id: string, kind: 'event' | 'exhibition' = 'event'): Promise<void> => {
    const [unreadable] = await updateSearchEntries([{ kind, id }], new Date());
    if (unreadable) throw unreadable.error;
  };
  const postings = async (id: string): Promise<string[]> =>
    [...(await showcase.items('SEARCH#')).keys()].filter((key) => key.endsWith(id)).sort();
  const lay = async (id: string, next: Edition): Promise<void> => {
    await showcase.layEvent(id, next);
    await index(id);
  };
  return {
    ...showcase,
    index,
    /** Brings the index of several events up to date together, as long as there is time. */
    indexAll,
    /** The keys of all postings of an event. */
    postings,
    /** The record of what the index holds of an event. */
    record: async (id: string) => [...(await showcase.items(`SEARCHED#${id}`)).values()].at(0),
    /** Puts an edition into the showcase and the index. */
    lay,
    publish: async (...[texts, over]: Parameters<typeof edition>): Promise<string> => {
      const id = ulid();
      await lay(id, edition(texts, over));
      return id;
    },
    /**
     * The postings that an edition has where nothing of it was in the index before; nothing of it is there afterwards.
     */
    freshPostings: async (id: string, of: Edition): Promise<string[]> => {
      await lay(id, withdrawn(90));
      if ((await postings(id)).length > 0) throw new Error('There are postings of it after its withdrawal.');
      await lay(id, of);
      const all = await postings(id);
      await lay(id, withdrawn(91));
      return all;
    },
    find: async (
      q: string,
      locale = 'az',
      { now = new Date(), limit = 20, after = undefined as string | undefined } = {},
    ) => {
      const { entries, last } = await search({ locale, terms: wantedTerms(q) }, { limit, after, now });
      return { ids: entries.map(({ sortKey }) => sortKey.split('#')[1] ?? ''), entries, last };
    },
  };
};
