import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Fragment, useEffect, useEffectEvent, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { itemKindOf } from '../../../shared/model/event-kind.ts';
import { useConsole, useWords } from '../console-context.ts';
import { titleIn } from '../drafts/title-in.ts';
import { Publication } from '../publication/publication.tsx';
import { momentInWords } from '../ui/dates.ts';
import { Failure } from '../ui/failure.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import type { StaffEvent } from './content.ts';
import { AboutFields } from './fields/about-fields.tsx';
import { BasicFields } from './fields/basic-fields.tsx';
import { goOnIn } from './fields/go-on-in.ts';
import { LanguageTabs } from './fields/language-tabs.tsx';
import { localeOf } from './fields/locale-of.ts';
import { NoticeFields } from './fields/notice-fields.tsx';
import { RefusedFields } from './fields/refused-fields.tsx';
import { showControl, showField } from './fields/show-field.ts';
import { TranslationFields } from './fields/translation-fields.tsx';
import { FieldsContext } from './fields/use-fields.ts';
import { useLanguages } from './fields/use-languages.ts';
import { VisitorFields } from './fields/visitor-fields.tsx';
import { WhenFields } from './fields/when-fields.tsx';
import { WhereFields } from './fields/where-fields.tsx';
import { fieldWords } from './fields/words.ts';
import { Files } from './files.tsx';
import { may } from './may.ts';
import { Pictures } from './pictures.tsx';
import { useArrivals } from './use-arrivals.ts';
import { useEditor } from './use-editor.ts';
import './fields/fields.css';

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
  const { words, language, site, person, announce, uploads } = useConsole();
  const { kept, languages: languageWords } = useWords(fieldWords);
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const form = useRef<HTMLFormElement>(null);
  // What is new is begun with its title.
  const [wanted, setWanted] = useState(event ? undefined : { path: 'translations' });
  const isHere = useRef(true);
  /** The first save has led to the page of the event that it has made. */
  const isMoved = useRef(false);
  const changed = (after: StaffEvent, draft?: string) => {
    queries.setQueryData(['event', after.id], after);
    void queries.invalidateQueries({ queryKey: ['events'] });
    if (event) return;
    uploads.retarget('new', after.id);
    // Who has left meanwhile stays where they are.
    if (!isHere.current) return;
    isMoved.current = true;
    const focus = document.activeElement?.getAttribute('name');
    navigate(`/events/${after.id}${draft ? `?draft=${draft}` : ''}`, { replace: true, state: { focus } });
  };
  const editor = useEditor(event, changed);
  const { content, errors, isDirty, saving, change } = editor;
  const [draft] = editor.found;
  const { locale, choose, shown, ...languages } = useLanguages(content);
  const readOnly = event !== undefined && !may('changeEvent', event, person);
  const canSave = !readOnly && saving !== 'saving' && isDirty;
  const refused = Object.keys(errors);
  const save = () => {
    if (canSave) editor.save();
  };

  const saveByKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    save();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => saveByKey(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);

  const leave = useEffectEvent(() => {
    isHere.current = false;
    if (isDirty && !isMoved.current) announce(kept);
  });
  useEffect(() => {
    isHere.current = true;
    return () => leave();
  }, []);

  // The first save has made another page of this one.
  useEffect(() => {
    const { focus } = (history.state ?? {}) as { readonly focus?: string | null };
    if (focus === undefined) return;
    history.replaceState(null, '');
    if (!form.current) return;
    if (focus) goOnIn(form.current, focus);
    else form.current.querySelector<HTMLElement>('[type="submit"]')?.focus({ preventScroll: true });
  }, []);

  /** Brings the field of a path to the screen, in whichever language and section it is. */
  const show = (path: string) => {
    const of = localeOf(path, site.locales);
    if (of && !shown.includes(of)) choose(of);
    setWanted({ path });
  };
  // Once the language of the field is on the screen.
  useEffect(() => {
    if (wanted && form.current) showField(form.current, wanted.path);
  }, [wanted]);
  const showRefused = useEffectEvent(() => {
    const control = form.current?.querySelector<HTMLElement>('[aria-invalid]');
    if (control) return showControl(control);
    // In a language that is not on the screen.
    if (refused[0]) show(refused[0]);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer of the API is shown once
  useEffect(() => showRefused(), [errors]);

  const item = itemKindOf(content);
  const added = useArrivals(event?.id ?? 'new', !readOnly && item !== 'notice', change);
  const titleOf = (of: string) => content.translations[of]?.title;
  const written = site.locales.filter(titleOf);
  const title = titleOf(locale) ?? site.locales.map(titleOf).find(Boolean) ?? words.events.untitled;
  const fields = { content, change, readOnly, refused, locales: shown, errorOf: (path: string) => errors[path] };
  return (
    <form
      ref={form}
      className="editor"
      noValidate
      onSubmit={(submitted) => {
        submitted.preventDefault();
        save();
      }}
    >
      <p>
        <Link href="/events">{words.editor.back}</Link>
      </p>
      <h1>{title}</h1>
      <div className="bar">
        <LanguageTabs {...{ content, refused, locale }} outdated={event?.outdatedLocales ?? []} onChoose={choose} />
        {languages.canBeside && (
          <label className="check">
            <input
              type="checkbox"
              checked={languages.isBeside}
              onChange={({ target }) => languages.setBeside(target.checked)}
            />
            {languageWords.beside}
          </label>
        )}
        <p className="saving" role="status">
          {(event || saving !== 'unchanged') && words.editor[saving]}
        </p>
        <button
          type="submit"
          className="primary"
          disabled={readOnly}
          aria-disabled={!canSave}
          aria-keyshortcuts="Control+S"
        >
          {words.editor.save}
        </button>
      </div>
      {readOnly && <p className="note">{words.editor.readOnly}</p>}
      {!editor.isKept && <p className="note">{words.editor.notKept}</p>}
      {draft && (
        <div className="note" role="alert">
          <p>
            {words.editor.draftFound(
              momentInWords(draft.writtenAt, language, site.timeZone),
              titleIn(draft.content) ?? words.events.untitled,
            )}
          </p>
          <p className="actions">
            <button type="button" onClick={() => void editor.takeDraft(draft)}>
              {words.editor.draftTake}
            </button>
            <button type="button" onClick={() => editor.dropDraft(draft)}>
              {words.editor.draftDrop}
            </button>
          </p>
        </div>
      )}
      {editor.failure !== undefined &&
        (refused.length > 0 ? (
          <RefusedFields errors={errors} onChoose={show} />
        ) : (
          <Failure error={editor.failure} words={words} retry={save} />
        ))}
      <FieldsContext value={fields}>
        <div className={languages.isBeside ? 'columns beside' : 'columns'}>
          <div role="tabpanel" id="text" aria-labelledby={`tab-${locale}`}>
            <BasicFields isNew={!event} />
            <TranslationFields {...{ event, changed }} />
            {item !== 'notice' && (
              <>
                <Pictures
                  pictures={content.pictures}
                  written={written}
                  readOnly={readOnly}
                  errorOf={fields.errorOf}
                  onChange={(make) => change((now) => ({ ...now, pictures: [...make(now.pictures)] }))}
                  onChosen={added('picture')}
                />
                <Files
                  event={event}
                  files={content.files}
                  written={written}
                  readOnly={readOnly}
                  errorOf={fields.errorOf}
                  onChange={(make) => change((now) => ({ ...now, files: [...make(now.files)] }))}
                  onChosen={added('document')}
                  changed={changed}
                />
              </>
            )}
            {item === 'event' && (
              // What is folded at first follows what it is said to be.
              <Fragment key={content.kind}>
                <WhenFields />
                <WhereFields />
                <VisitorFields />
                <AboutFields />
              </Fragment>
            )}
            {item === 'notice' && <NoticeFields />}
          </div>
          <div>{event && <Publication {...{ event, locale, isDirty, changed }} onField={show} />}</div>
        </div>
      </FieldsContext>
      {editor.conflict && <ConflictDialog conflict={editor.conflict} onSettled={editor.settle} />}
    </form>
  );
};
