import { termsOf } from '../text/search-terms.ts';
import type { Exhibition } from './exhibition.ts';
import { type ExhibitionStatus, exhibitionStatusAt } from './exhibition-status.ts';

/** By which of its times a list of exhibitions is sorted; `ends` is when its publication ends, as planned. */
export const exhibitionSorts = ['changed', 'opens', 'published', 'ends'] as const;

export type ExhibitionSort = (typeof exhibitionSorts)[number];

/** Which exhibitions are wanted: those of which everything holds that is given. */
export interface ExhibitionFilter {
  readonly statuses: readonly ExhibitionStatus[];
  /** Words of the title in any language, or their beginnings, folded. */
  readonly terms: readonly string[];
  readonly category?: string | undefined;
  readonly campaign?: string | undefined;
  /** Who has created it. */
  readonly author?: string | undefined;
  /** Languages of which one has no title. */
  readonly missing?: readonly string[] | undefined;
  readonly isChanged?: boolean | undefined;
}

/** The time of an exhibition by which it stands in a list; `undefined` where it has none, and is not in that list. */
export const exhibitionSortTime = (
  { status, updatedAt, opensOn, publishedAt, unpublishAt }: Exhibition,
  sort: ExhibitionSort,
): string | undefined =>
  ({
    ...{ changed: updatedAt, opens: opensOn, published: publishedAt },
    ends: status === 'published' ? unpublishAt : undefined,
  })[sort];

/** True where an exhibition is wanted now. */
export const matchesExhibitionFilter = (exhibition: Exhibition, filter: ExhibitionFilter, now: Date): boolean => {
  const { statuses, terms, category, campaign, author, missing, isChanged } = filter;
  const { translations, published } = exhibition;
  const status = exhibitionStatusAt(exhibition, now);
  const words = terms.length > 0 ? termsOf(...Object.values(translations).map(({ title = '' }) => title)) : [];
  // Nothing is public of what is withdrawn.
  const differs = published !== undefined && published.version !== exhibition.version && status !== 'withdrawn';
  return (
    statuses.includes(status) &&
    (category === undefined || exhibition.category === category) &&
    (campaign === undefined || exhibition.campaign === campaign) &&
    (author === undefined || exhibition.createdBy === author) &&
    (missing === undefined || missing.some((locale) => !translations[locale]?.title)) &&
    (isChanged === undefined || differs === isChanged) &&
    terms.every((term) => words.some((word) => word.startsWith(term)))
  );
};
