import { exhibitionSorts } from '../../../../shared/model/exhibitions/exhibition-filter.ts';
import { exhibitionStatuses } from '../../../../shared/model/exhibitions/exhibition-status.ts';
import type { AnswerOf } from '../../api/api.ts';
import { useConsole, useWords } from '../../console-context.ts';
import { ClearFilters, OrderFilter, StatusFilter } from '../../events/list/filter-parts.tsx';
import { listWords } from '../../events/list/words.ts';
import { Choice } from '../../ui/field.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { labelOf } from '../../words/label-of.ts';
import { languageName } from '../../words/language-name.ts';
import { exhibitionWords } from '../words.ts';
import type { ExhibitionListFilter, FilterName } from './use-exhibition-filter.ts';

interface ExhibitionFiltersProps {
  readonly filter: ExhibitionListFilter;
  readonly counts: AnswerOf<'listStaffExhibitions'>['counts'] | undefined;
}

/** Which exhibitions are listed, and in which order. */
export const ExhibitionFilters = ({ filter, counts }: ExhibitionFiltersProps) => {
  const { words, language, site } = useConsole();
  const texts = useWords(listWords);
  const own = useWords(exhibitionWords);
  const { values, set } = filter;
  const all = ['', words.all] as const;
  const labelled = (list: typeof site.categories): (readonly [string, string])[] => [
    all,
    ...list.map((one) => [one.slug, labelOf(one, language, site.defaultLocale)] as const),
  ];
  const choice = (name: FilterName, label: string, options: readonly (readonly [string, string])[]) => (
    <Choice label={label} value={values[name] ?? ''} onChange={(value) => set({ [name]: value })} options={options} />
  );
  return (
    <search className="list-filters" aria-label={texts.filters}>
      <StatusFilter
        {...{ filter, counts }}
        statuses={exhibitionStatuses}
        legend={own.status}
        help={own.statusHelp}
        labels={own.statuses}
      />
      <div className="filters">
        <SearchField label={words.events.search} given={values.q ?? ''} onSearch={(q) => set({ q })} />
        {choice('category', words.events.category, labelled(site.categories))}
        {site.campaigns.length > 0 && choice('campaign', texts.campaign, labelled(site.campaigns))}
        {choice('missing', texts.missing, [
          all,
          ['true', texts.anyLanguage],
          ...site.locales.map((locale) => [locale, languageName(locale, language)] as const),
        ])}
        {choice('changed', texts.changed, [all, ['true', texts.changedYes], ['false', texts.changedNo]])}
        <OrderFilter filter={filter} sorts={exhibitionSorts} labels={own.sorts} />
      </div>
      <ClearFilters filter={filter} />
    </search>
  );
};
