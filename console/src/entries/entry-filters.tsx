import { useConsole, useWords } from '../console-context.ts';
import { byName } from '../ui/by-name.ts';
import { Choice, TextField } from '../ui/field.tsx';
import { languageName } from '../words/language-name.ts';
import type { Entry } from './entry.ts';
import { problems } from './entry-problems.ts';
import { consentStates, countProblems, type EntryFacts } from './filter-entries.ts';
import type { useEntryFilter } from './use-entry-filter.ts';
import { entryWords } from './words.ts';

interface EntryFiltersProps {
  readonly entries: readonly Entry[];
  readonly facts: EntryFacts;
  readonly locale: string;
  readonly address: ReturnType<typeof useEntryFilter>;
}

/** What the entries are filtered by, and in which language their texts are shown. */
export const EntryFilters = ({ entries, facts, locale, address }: EntryFiltersProps) => {
  const { words, language, site } = useConsole();
  const texts = useWords(entryWords);
  const { filter, q, setQ, set } = address;
  const counts = countProblems(entries, facts);
  const regions = [...new Set(entries.flatMap(({ artist }) => artist?.region ?? []))].sort(byName);
  const all = ['', words.all] as const;
  const isHidden = entries.some(({ artistHidden }) => artistHidden);
  return (
    <search className="filters" aria-label={texts.filters}>
      <TextField label={isHidden ? texts.searchHidden : texts.search} value={q} onChange={setQ} />
      <Choice
        label={texts.columns.problems}
        value={filter.problem ?? ''}
        onChange={(problem) => set({ problem })}
        options={[
          all,
          ['any', `${texts.anyProblem} (${counts.any})`],
          ...problems.map((problem) => [problem, `${texts.problems[problem]} (${counts[problem]})`] as const),
        ]}
      />
      <Choice
        label={texts.columns.consent}
        value={filter.consent ?? ''}
        onChange={(consent) => set({ consent })}
        options={[all, ...consentStates.map((state) => [state, texts.consents[state]] as const)]}
      />
      {regions.length > 0 && (
        <Choice
          label={texts.columns.region}
          value={filter.region ?? ''}
          onChange={(region) => set({ region })}
          options={[all, ...regions.map((region) => [region, region] as const)]}
        />
      )}
      {facts.ratings && (
        <Choice
          label={texts.rated}
          value={filter.rated ?? ''}
          onChange={(rated) => set({ rated })}
          options={[all, ['yes', texts.ratedYes], ['no', texts.ratedNo]]}
        />
      )}
      {site.locales.length > 1 && (
        <Choice
          label={texts.textsIn}
          value={locale}
          onChange={(chosen) => set({ in: chosen })}
          options={site.locales.map((one) => [one, languageName(one, language)] as const)}
        />
      )}
    </search>
  );
};
