import { useQuery } from '@tanstack/react-query';
import { useConsole, useWords } from '../console-context.ts';
import { titleOf } from '../events/title-of.ts';
import { Choice } from '../ui/field.tsx';
import { moved } from '../ui/moved.ts';
import { OrderedList } from '../ui/ordered-list.tsx';
import type { Site } from './site.ts';
import { siteWords } from './words.ts';

type Navigation = NonNullable<Site['navigation']>;
type Entry = Navigation[number];

interface NavigationFieldProps {
  readonly site: Site;
  readonly readOnly: boolean;
  readonly errorOf: (path: string) => string | undefined;
  readonly onChange: (change: { navigation: Navigation | undefined }) => void;
}

const keyOf = (entry: Entry): string => ('page' in entry ? entry.page : entry.category);

/** What the menu of every page shows, in which order: all of it, or a choice. */
export const NavigationField = ({ site, readOnly, errorOf, onChange }: NavigationFieldProps) => {
  const context = useConsole();
  const { api, language } = context;
  const texts = useWords(siteWords);
  const pages = useQuery({
    queryKey: ['events', 'pages of the site'],
    queryFn: ({ signal }) => api.call('listStaffEvents', { query: { kind: 'page', limit: '100' }, signal }),
  });
  const { navigation } = site;
  const sections = site.categories.map(({ slug, label }) => ({
    entry: { category: slug } as Entry,
    name: label[language] ?? label[site.defaultLocale] ?? slug,
  }));
  const others = (pages.data?.items ?? []).map((page) => ({
    entry: { page: page.id } as Entry,
    name: texts.pageInNavigation(titleOf(page, context)),
  }));
  const all = [...sections, ...others];
  const nameOf = (entry: Entry) => all.find((one) => keyOf(one.entry) === keyOf(entry))?.name ?? keyOf(entry);
  const left = all.filter(({ entry }) => !navigation?.some((one) => keyOf(one) === keyOf(entry)));
  const choices = [
    [false, texts.allInNavigation],
    [true, texts.ownNavigation],
  ] as const;
  return (
    <fieldset>
      <legend>{texts.navigation}</legend>
      <p className="help">{texts.navigationHelp}</p>
      {choices.map(([isOwn, label]) => (
        <label key={label} className="check">
          <input
            type="radio"
            name="navigation"
            disabled={readOnly}
            checked={(navigation !== undefined) === isOwn}
            onChange={() => onChange({ navigation: isOwn ? all.map(({ entry }) => entry).slice(0, 20) : undefined })}
          />
          {label}
        </label>
      ))}
      {navigation && (
        <>
          <OrderedList
            items={navigation}
            keyOf={keyOf}
            nameOf={nameOf}
            readOnly={readOnly}
            onMove={(from, to) => onChange({ navigation: moved(navigation, from, to) })}
            onRemove={(n) => onChange({ navigation: navigation.toSpliced(n, 1) })}
          >
            {(entry, n) => (
              <>
                {nameOf(entry)}
                {['page', 'category']
                  .map((part) => errorOf(`navigation.${n}.${part}`))
                  .map(
                    (error) =>
                      error && (
                        <span key={error} className="error">
                          {error}
                        </span>
                      ),
                  )}
              </>
            )}
          </OrderedList>
          {!readOnly && left.length > 0 && (
            <Choice
              label={texts.addToNavigation}
              error={errorOf('navigation')}
              value=""
              options={[['', '…'], ...left.map(({ entry, name }) => [keyOf(entry), name] as const)]}
              onChange={(key) => {
                const chosen = left.find(({ entry }) => keyOf(entry) === key);
                if (chosen) onChange({ navigation: [...navigation, chosen.entry] });
              }}
            />
          )}
        </>
      )}
    </fieldset>
  );
};
