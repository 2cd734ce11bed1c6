import { eventSorts } from '../../../../shared/model/events/event-filter.ts';
import { eventStatuses } from '../../../../shared/model/events/event-status.ts';
import type { AnswerOf } from '../../api/api.ts';
import { useConsole, useWords } from '../../console-context.ts';
import { useNamedPeople } from '../../people/use-named-people.ts';
import { Choice } from '../../ui/field.tsx';
import { MomentField } from '../../ui/moment-field.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { labelOf } from '../../words/label-of.ts';
import { languageName } from '../../words/language-name.ts';
import { ClearFilters, OrderFilter, StatusFilter } from './filter-parts.tsx';
import type { Filter, FilterName } from './use-filter.ts';
import { listWords } from './words.ts';

/** The filters beyond words, status, section and order. */
const further = [
  ...(['kind', 'campaign', 'tag', 'author', 'handedTo'] as const),
  ...(['missing', 'outdated', 'changed', 'from', 'to'] as const),
] as const satisfies FilterName[];

/** Which events are listed, and in which order. */
export const ListFilters = ({
  filter,
  counts,
}: {
  filter: Filter;
  counts: AnswerOf<'listStaffEvents'>['counts'] | undefined;
}) => {
  const { words, language, site } = useConsole();
  const texts = useWords(listWords);
  const { values, set } = filter;
  const labelled = (all: typeof site.categories): (readonly [string, string])[] => [
    ['', words.all],
    ...all.map((one) => [one.slug, labelOf(one, language, site.defaultLocale)] as const),
  ];
  const isGiven = further.filter((name) => values[name] !== undefined).length;
  return (
    <search className="list-filters" aria-label={texts.filters}>
      <StatusFilter
        {...{ filter, counts }}
        statuses={eventStatuses}
        legend={words.events.status}
        help={texts.statusHelp}
        labels={words.statuses}
      />
      <div className="filters">
        <SearchField label={words.events.search} given={values.q ?? ''} onSearch={(q) => set({ q })} />
        <Choice
          label={words.events.category}
          value={values.category ?? ''}
          onChange={(category) => set({ category })}
          options={labelled(site.categories)}
        />
        <OrderFilter filter={filter} sorts={eventSorts} labels={words.events.sorts} />
      </div>
      <details open={isGiven > 0 || undefined}>
        <summary>{isGiven > 0 ? texts.moreSet(isGiven) : texts.more}</summary>
        <FurtherFilters filter={filter} campaigns={labelled(site.campaigns)} />
      </details>
      <ClearFilters filter={filter} />
    </search>
  );
};

const FurtherFilters = ({
  filter,
  campaigns,
}: {
  filter: Filter;
  campaigns: readonly (readonly [string, string])[];
}) => {
  const { words, language, site } = useConsole();
  const texts = useWords(listWords);
  const people = usePeople();
  const { values, set } = filter;
  const all = ['', words.all] as const;
  const locales = [
    all,
    ['true', texts.anyLanguage] as const,
    ...site.locales.map((locale) => [locale, languageName(locale, language)] as const),
  ];
  const choice = (name: FilterName, label: string, options: readonly (readonly [string, string])[]) => (
    <Choice label={label} value={values[name] ?? ''} onChange={(value) => set({ [name]: value })} options={options} />
  );
  const day = (name: 'from' | 'to') => (
    <MomentField
      type="date"
      label={texts[name]}
      help={texts.rangeHelp}
      value={values[name]?.slice(0, 10) ?? ''}
      onChange={(value) => set({ [name]: value })}
    />
  );
  return (
    <div className="filters">
      {choice('kind', texts.kind, [
        ['', texts.kinds.event],
        ['page', texts.kinds.page],
        ['notice', texts.kinds.notice],
      ])}
      {campaigns.length > 1 && choice('campaign', texts.campaign, campaigns)}
      <SearchField label={texts.tag} given={values.tag ?? ''} onSearch={(tag) => set({ tag })} />
      {choice('author', texts.author, [all, ...people(values.author)])}
      {choice('handedTo', texts.handedTo, [all, ...people(values.handedTo)])}
      {choice('missing', texts.missing, locales)}
      {choice('outdated', texts.outdated, locales)}
      {choice('changed', texts.changed, [all, ['true', texts.changedYes], ['false', texts.changedNo]])}
      {day('from')}
      {day('to')}
    </div>
  );
};

/** The people of the staff to choose from, oneself first, and who is chosen already. */
const usePeople = () => {
  const { person } = useConsole();
  const texts = useWords(listWords);
  const { data = [] } = useNamedPeople();
  const others = data.filter(({ id }) => id !== person.id);
  return (chosen: string | undefined): (readonly [string, string])[] => [
    [person.id, texts.me(person.name ?? person.id)],
    ...others.map(({ id, name }) => [id, name] as const),
    ...(chosen && chosen !== person.id && !others.some(({ id }) => id === chosen) ? [[chosen, chosen] as const] : []),
  ];
};
