import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { type ContentKind, contentKinds, itemKindOf, kindOf } from '../../../shared/model/event-kind.ts';
import { useConsole } from '../console-context.ts';
import { momentInWords } from '../ui/dates.ts';
import { Failure } from '../ui/failure.tsx';
import { Choice, TextField } from '../ui/field.tsx';
import { languageName } from '../words/language-name.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { ofKind, type StaffEvent, withValue } from './content.ts';
import { may } from './may.ts';
import { Pictures } from './pictures.tsx';
import { Publication } from './publication.tsx';
import { useEditor } from './use-editor.ts';
import { When } from './when.tsx';

/** An event on the desk, or one that is begun. */
export const EventPage = ({ id }: { id: string | undefined }) => {
  const { api, words } = useConsole();
  const event = useQuery({
    queryKey: ['event', id],
    queryFn: ({ signal }) => api.call('getStaffEvent', { params: { id: id ?? '' }, signal }),
    enabled: id !== undefined,
    // The editor itself asks what another person has saved.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (event.error) return <Failure error={event.error} words={words} retry={() => event.refetch()} />;
  if (id !== undefined && !event.data) return <p>{words.loading}</p>;
  return <EventEditor key={id ?? 'new'} event={event.data} />;
};

const EventEditor = ({ event }: { event: StaffEvent | undefined }) => {
  const { words, language, site, person, announce } = useConsole();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [locale, setLocale] = useState(
    () =>
      [language, site.defaultLocale, ...site.locales].find((one) => event?.translations[one]?.title) ??
      (site.locales.includes(language) ? language : site.defaultLocale),
  );
  const changed = (after: StaffEvent) => {
    queries.setQueryData(['event', after.id], after);
    void queries.invalidateQueries({ queryKey: ['events'] });
    if (!event) navigate(`/events/${after.id}`, { replace: true });
  };
  const editor = useEditor(event, changed);
  const { content, errors, isDirty, isSaving } = editor;
  const readOnly = event !== undefined && !may('changeEvent', event, person);
  const set = (path: readonly string[]) => (value: unknown) =>
    editor.change((now) => withValue(now, path, value === '' ? undefined : value));
  const save = async () => {
    if (await editor.save()) announce(words.editor.saved);
  };
  const texts = words.fields;
  // What exists stays what it is, as far as it is a page or a notice.
  const item = itemKindOf(content);
  const kinds = contentKinds.filter((kind) => !event || itemKindOf({ kind }) === itemKindOf(event));
  const text = content.translations[locale] ?? {};
  const titleOf = (of: string) => content.translations[of]?.title;
  const title = titleOf(locale) ?? site.locales.map(titleOf).find(Boolean) ?? words.events.untitled;
  return (
    <form
      className="editor"
      onSubmit={(submitted) => {
        submitted.preventDefault();
        void save();
      }}
    >
      <p>
        <Link href="/events">{words.editor.back}</Link>
      </p>
      <div className="heading">
        <h1>{title}</h1>
        <p className="saving" role="status">
          {isSaving ? words.editor.saving : isDirty ? words.editor.unsaved : words.editor.unchanged}
        </p>
        <button type="submit" className="primary" disabled={readOnly || isSaving || !isDirty}>
          {words.editor.save}
        </button>
      </div>
      {readOnly && <p className="note">{words.editor.readOnly}</p>}
      {editor.found && (
        <div className="note" role="alert">
          <p>{words.editor.draftFound(momentInWords(editor.found.writtenAt, language, site.timeZone))}</p>
          <p className="actions">
            <button type="button" onClick={() => void editor.takeDraft()}>
              {words.editor.draftTake}
            </button>
            <button type="button" onClick={editor.dropDraft}>
              {words.editor.draftDrop}
            </button>
          </p>
        </div>
      )}
      {editor.failure !== undefined &&
        (Object.keys(errors).length > 0 ? (
          <p role="alert" className="failure">
            {words.editor.refused}
          </p>
        ) : (
          <Failure error={editor.failure} words={words} retry={() => void save()} />
        ))}
      <div className="columns">
        <div>
          <div role="tablist" aria-label={words.editor.languages} className="tabs">
            {site.locales.map((one) => (
              <button
                key={one}
                type="button"
                role="tab"
                id={`tab-${one}`}
                aria-selected={one === locale}
                aria-controls="text"
                tabIndex={one === locale ? 0 : -1}
                onClick={() => setLocale(one)}
                onKeyDown={({ key, currentTarget }) => {
                  const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
                  if (!step) return;
                  const { length } = site.locales;
                  const next = site.locales[(site.locales.indexOf(one) + step + length) % length] ?? one;
                  setLocale(next);
                  currentTarget.parentElement?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
                }}
              >
                {languageName(one, language)}
                {Object.keys(errors).some((path) => path.startsWith(`translations.${one}`)) && ' ⚠'}
              </button>
            ))}
          </div>
          <div role="tabpanel" id="text" aria-labelledby={`tab-${locale}`}>
            {event?.outdatedLocales.includes(locale) && <p className="note">{words.editor.outdated}</p>}
            {(['title', 'summary', 'body', 'slug'] as const).map((name) => (
              <TextField
                key={`${locale} ${name}`}
                lang={locale}
                readOnly={readOnly}
                label={texts[name]}
                help={name === 'title' ? undefined : texts[`${name}Help`]}
                value={text[name] ?? ''}
                error={errors[`translations.${locale}.${name}`]}
                onChange={set(['translations', locale, name])}
                {...(name === 'body' && { lines: 14 })}
                {...(name === 'summary' && { lines: 3 })}
              />
            ))}
          </div>
          {item !== 'notice' && (
            <Pictures
              pictures={content.pictures}
              readOnly={readOnly}
              errorOf={(path) => errors[path]}
              onChange={(make) => editor.change((now) => ({ ...now, pictures: [...make(now.pictures)] }))}
            />
          )}
        </div>
        <div>
          {event && <Publication event={event} isDirty={isDirty} changed={changed} />}
          <section className="facts" aria-label={texts.details}>
            <Choice
              label={texts.kind}
              disabled={readOnly}
              value={item === 'event' ? kindOf(content) : item}
              error={errors.kind}
              onChange={(kind) => editor.change((now) => ofKind(now, kind as ContentKind))}
              options={kinds.map((kind) => [kind, texts.kinds[kind]] as const)}
            />
            {item === 'event' && (
              <>
                <Choice
                  label={texts.category}
                  disabled={readOnly}
                  value={content.category ?? ''}
                  error={errors.category}
                  onChange={set(['category'])}
                  options={[
                    ['', texts.noCategory],
                    ...site.categories.map(
                      ({ slug, label }) => [slug, label[language] ?? label[site.defaultLocale] ?? slug] as const,
                    ),
                  ]}
                />
                <When
                  showings={content.showings}
                  timeZone={site.timeZone}
                  readOnly={readOnly}
                  errorOf={(path) => errors[path]}
                  onChange={(showings) => editor.change((now) => ({ ...now, showings }))}
                />
                <TextField
                  label={`${texts.place} (${languageName(locale, language)})`}
                  lang={locale}
                  readOnly={readOnly}
                  value={content.place?.name?.[locale] ?? ''}
                  error={errors[`place.name.${locale}`]}
                  onChange={set(['place', 'name', locale])}
                />
              </>
            )}
          </section>
        </div>
      </div>
      {editor.conflict && <ConflictDialog conflict={editor.conflict} content={content} onSettled={editor.settle} />}
    </form>
  );
};
