import { endingDays } from '../../../shared/model/people/consent-filter.ts';
import { foldCase } from '../../../shared/model/text/fold-case.ts';
import { addDays } from '../../../shared/model/time/add-days.ts';
import { dayOf } from '../../../shared/model/time/local-time.ts';
import type { Entry } from './entry.ts';
import { type Problem, type ProblemContext, problems, problemsOf } from './entry-problems.ts';

/** How the consent to an entry is. */
export const consentStates = ['given', 'ends', 'gap'] as const;

export type ConsentState = (typeof consentStates)[number];

/** Which entries are shown: what is absent asks for nothing. */
export interface EntryFilter {
  readonly q?: string | undefined;
  readonly consent?: string | undefined;
  readonly region?: string | undefined;
  readonly rated?: string | undefined;
  /** A problem, or `any`. */
  readonly problem?: string | undefined;
}

/** What is known of all entries together. */
export interface EntryFacts extends ProblemContext {
  /** How often each entry has been rated, by its id; undefined where the person may not know. */
  readonly ratings: ReadonlyMap<string, number> | undefined;
  readonly now: Date;
  /** The time zone of the site. */
  readonly timeZone: string;
}

/** How the consent to an entry is; undefined where none is needed, or where it is hidden. */
export const consentStateOf = (
  { artist, consentGap }: Entry,
  { now, timeZone }: Pick<EntryFacts, 'now' | 'timeZone'>,
): ConsentState | undefined => {
  if (consentGap !== undefined) return 'gap';
  if (!artist?.consent) return undefined;
  const today = dayOf(now.toISOString(), timeZone);
  return artist.consent.expiresOn <= addDays(today, endingDays) ? 'ends' : 'given';
};

const isFound = ({ entryNumber, translations, artist, medium }: Entry, q: string): boolean => {
  if (/^\d+$/.test(q)) return String(entryNumber).startsWith(q);
  const titles = Object.values(translations).map(({ title }) => title);
  const texts = [...titles, artist?.name, artist?.school, artist?.region, medium];
  return texts.some((text) => text !== undefined && foldCase(text).includes(foldCase(q)));
};

const hasProblem = (entry: Entry, wanted: string, facts: EntryFacts): boolean => {
  const found = problemsOf(entry, facts);
  return wanted === 'any' ? found.length > 0 : found.includes(wanted as Problem);
};

/** The entries that a filter asks for, in the order of their numbers. */
export const filterEntries = (
  entries: readonly Entry[],
  { q = '', consent, region, rated, problem }: EntryFilter,
  facts: EntryFacts,
): Entry[] =>
  entries.filter(
    (entry) =>
      (q.trim() === '' || isFound(entry, q.trim())) &&
      (!consent || consentStateOf(entry, facts) === consent) &&
      (!region || (entry.artist?.region ?? '') === region) &&
      (!rated || !facts.ratings || (facts.ratings.get(entry.id) ?? 0) > 0 === (rated === 'yes')) &&
      (!problem || hasProblem(entry, problem, facts)),
  );

/** How many entries have each problem, and any. */
export const countProblems = (
  entries: readonly Entry[],
  facts: EntryFacts,
): Readonly<Record<Problem | 'any', number>> => {
  const found = entries.map((entry) => problemsOf(entry, facts));
  const counts = problems.map((problem) => [problem, found.filter((all) => all.includes(problem)).length]);
  return { ...Object.fromEntries(counts), any: found.filter(({ length }) => length > 0).length };
};
