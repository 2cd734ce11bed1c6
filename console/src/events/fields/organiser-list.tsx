import { useRef } from 'react';
import { maxOrganisers, organiserRoles } from '../../../../shared/model/events/organiser.ts';
import { useConsole, useWords } from '../../console-context.ts';
import { Choice, TextField } from '../../ui/field.tsx';
import type { Content } from '../content.ts';
import { withValue } from '../content.ts';
import { InEachLanguage } from './in-each-language.tsx';
import { useFields } from './use-fields.ts';
import { fieldWords } from './words.ts';

type Organiser = Content['organisers'][number];

/** Who holds, supports or pays for an event, in the order that readers see. */
export const OrganiserList = () => {
  const { language, site } = useConsole();
  const { content, change, errorOf, readOnly, locales } = useFields();
  const { names, organisers: words, numbered, remove, removeThis } = useWords(fieldWords);
  const list = useRef<HTMLFieldSetElement>(null);
  const { organisers } = content;
  const put = (make: (organisers: readonly Organiser[]) => readonly Organiser[]) =>
    change((now) => ({ ...now, organisers: [...make(now.organisers)] }));
  const focus = (selector: string) =>
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(selector)?.focus());
  const nameOf = (organiser: Organiser, n: number) =>
    organiser.name[language] || organiser.name[site.defaultLocale] || numbered(names['organisers.name'], n + 1);
  return (
    <fieldset ref={list} className="rows">
      <legend>{names.organisers}</legend>
      {errorOf('organisers') && <p className="error">{errorOf('organisers')}</p>}
      {organisers.map((organiser, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an organiser has no id, and its place is how the API names it
        <div key={n} className="row">
          <InEachLanguage>
            {(locale, named) => (
              <TextField
                label={named(numbered(names['organisers.name'], n + 1))}
                lang={locale}
                name={`organisers.${n}.name.${locale}`}
                readOnly={readOnly}
                value={organiser.name[locale] ?? ''}
                error={
                  errorOf(`organisers.${n}.name.${locale}`) ??
                  (locale === locales[0] ? errorOf(`organisers.${n}.name`) : undefined)
                }
                onChange={(name) =>
                  put((all) => all.toSpliced(n, 1, withValue(organiser, ['name', locale], name || undefined)))
                }
              />
            )}
          </InEachLanguage>
          <Choice
            label={numbered(names['organisers.role'], n + 1)}
            name={`organisers.${n}.role`}
            disabled={readOnly}
            value={organiser.role}
            error={errorOf(`organisers.${n}.role`)}
            options={organiserRoles.map((role) => [role, words.roles[role]] as const)}
            onChange={(role) => put((all) => all.toSpliced(n, 1, { ...organiser, role: role as Organiser['role'] }))}
          />
          {!readOnly && (
            <span className="actions">
              {n > 0 && (
                <button
                  type="button"
                  aria-label={words.moveUpThis(nameOf(organiser, n))}
                  onClick={() => {
                    put((all) => all.toSpliced(n, 1).toSpliced(n - 1, 0, organiser));
                    focus(`[name^="organisers.${n - 1}."]`);
                  }}
                >
                  {words.moveUp}
                </button>
              )}
              <button
                type="button"
                aria-label={removeThis(nameOf(organiser, n))}
                onClick={() => {
                  put((all) => all.toSpliced(n, 1));
                  focus('.add');
                }}
              >
                {remove}
              </button>
            </span>
          )}
        </div>
      ))}
      {!readOnly && (
        <button
          type="button"
          className="add"
          disabled={organisers.length >= maxOrganisers}
          onClick={() => {
            put((all) => [...all, { name: {}, role: 'host' }]);
            focus(`[name^="organisers.${organisers.length}."]`);
          }}
        >
          {words.add}
        </button>
      )}
    </fieldset>
  );
};
