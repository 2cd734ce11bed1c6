import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useConsole, useWords } from '../console-context.ts';
import { titleIn } from '../drafts/title-in.ts';
import { goOnIn } from '../events/fields/go-on-in.ts';
import { LanguageTabs } from '../events/fields/language-tabs.tsx';
import { localeOf } from '../events/fields/locale-of.ts';
import { RefusedFields } from '../events/fields/refused-fields.tsx';
import { showControl, showField } from '../events/fields/show-field.ts';
import { FieldsContext } from '../events/fields/use-fields.ts';
import { useLanguages } from '../events/fields/use-languages.ts';
import { fieldWords } from '../events/fields/words.ts';
import { publicationWords } from '../publication/words.ts';
import { momentInWords } from '../ui/dates.ts';
import { Failure } from '../ui/failure.tsx';
import { useStable } from '../ui/use-stable.ts';
import type { Arrival } from '../uploads/upload-queue.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { conflictWords } from './conflict-words.ts';
import { useArrivals } from './use-arrivals.ts';
import { useEditor } from './use-editor.ts';
import { useIncomplete } from './use-incomplete.ts';
import type { SavedItem, WrittenContent, WrittenKind } from './written-kind.ts';
import '../events/fields/fields.css';

/** What the fields of a kind, and what stands beside them, need of its editor. */
export interface EditorParts<C, S> {
  readonly content: C;
  /** To be called with what the API has answered to a change beside the text. */
  readonly changed: (saved: S) => void;
  /** The language that is written in. */
  readonly locale: string;
  /** The languages that have a title. */
  readonly written: readonly string[];
  /** What is written differs from what is saved. */
  readonly isDirty: boolean;
  /** Brings the field of a path to the screen, in whichever language and section it is. */
  readonly show: (path: string) => void;
  /** Adds uploads of a kind to what is written. */
  readonly added: (kind: Arrival['kind']) => (uploadIds: readonly string[]) => void;
}

interface ItemEditorProps<C extends WrittenContent, S extends SavedItem> {
  readonly kind: WrittenKind<C, S>;
  /** Undefined for what does not exist yet. */
  readonly saved: S | undefined;
  readonly readOnly: boolean;
  /** The languages whose text is older than the original. */
  readonly outdated?: readonly string[];
  /** Whether pictures and files belong to it. */
  readonly hasMedia: (content: C) => boolean;
  /** What stands above, by its title. */
  readonly heading?: (title: string) => ReactNode;
  readonly fields: (parts: EditorParts<C, S>) => ReactNode;
  /** What stands beside the fields once the item is saved. It depends on nothing that the person is writing. */
  readonly aside: (parts: Omit<EditorParts<C, S>, 'content'>) => ReactNode;
}

/**
 * The editor of an item: its languages, what is saved of it, what was kept, what was refused; its fields are those of
 * its kind.
 */
export const ItemEditor = <C extends WrittenContent, S extends SavedItem>({
  kind,
  saved,
  readOnly,
  outdated = [],
  hasMedia,
  heading,
  fields: fieldsOf,
  aside: asideOf,
}: ItemEditorProps<C, S>) => {
  const { words, language, site, announce, uploads } = useConsole();
  const { kept, languages: languageWords } = useWords(fieldWords);
  const { title: publication } = useWords(publicationWords);
  const conflictTexts = useWords(conflictWords);
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const form = useRef<HTMLFormElement>(null);
  // What is new is begun with its title.
  const [wanted, setWanted] = useState(saved ? undefined : { path: 'translations' });
  const isHere = useRef(true);
  /** The first save has led to the page of the item that it has made. */
  const isMoved = useRef(false);
  const changed = useStable((after: S, draft?: string) => {
    queries.setQueryData([kind.name, after.id], after);
    void queries.invalidateQueries({ queryKey: [kind.lists] });
    if (saved) return;
    uploads.retarget(editor.draftId, after.id);
    // Who has left meanwhile stays where they are.
    if (!isHere.current) return;
    isMoved.current = true;
    const focus = document.activeElement?.getAttribute('name');
    navigate(`${kind.path}/${after.id}${draft ? `?draft=${draft}` : ''}`, { replace: true, state: { focus, locale } });
  });
  const editor = useEditor(kind, saved, changed);
  const { content, errors, isDirty, change } = editor;
  const {
    found: [draft],
    elsewhere,
  } = editor;
  const { locale, choose, shown, ...languages } = useLanguages(content);
  const refused = Object.keys(errors);
  const { isIncomplete, look, showIncomplete } = useIncomplete(form);
  const isUnsaved = isDirty || isIncomplete;
  const saving = isIncomplete && editor.saving === 'unchanged' ? 'unsaved' : editor.saving;
  const canSave = !readOnly && isUnsaved;
  const save = () => {
    if (canSave && !showIncomplete()) editor.save();
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
    if (isMoved.current) return;
    if (isDirty) announce(kept);
    // Nothing is kept of it: the files stay in the library.
    else if (!saved) uploads.retarget(editor.draftId, undefined);
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

  const show = useStable((path: string) => {
    const of = localeOf(path, site.locales);
    if (of && !shown.includes(of)) choose(of);
    setWanted({ path });
  });
  // Once the language of the field is on the screen.
  useEffect(() => {
    if (wanted && form.current) showField(form.current, wanted.path);
  }, [wanted]);
  const isLeft = editor.choose !== undefined;
  // The bar grows by what is left to choose: what has the focus stays in sight below it.
  useEffect(() => {
    if (isLeft) document.activeElement?.scrollIntoView({ block: 'nearest' });
  }, [isLeft]);
  const showRefused = useEffectEvent(() => {
    const control = form.current?.querySelector<HTMLElement>('[aria-invalid]');
    if (control) return showControl(control);
    // In a language that is not on the screen.
    if (refused[0]) show(refused[0]);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer of the API is shown once
  useEffect(() => showRefused(), [errors]);

  const added = useStable(useArrivals(saved?.id ?? editor.draftId, !readOnly && hasMedia(content), change));
  const titleOf = (of: string) => content.translations[of]?.title;
  const title = titleOf(locale) ?? site.locales.map(titleOf).find(Boolean) ?? words.events.untitled;
  const errorOf = useCallback((path: string) => errors[path], [errors]);
  const fields = { content, change, readOnly, refused, locales: shown, errorOf };
  const titled = site.locales.filter(titleOf).join(' ');
  const given = useMemo(
    () => ({ changed, locale, isDirty: isUnsaved, show, added, written: titled.split(' ').filter(Boolean) }),
    [changed, locale, isUnsaved, show, added, titled],
  );
  // React renders it no more often than its parts change: not with each letter.
  const aside = useMemo(() => saved && asideOf(given), [saved, asideOf, given]);
  return (
    <form
      ref={form}
      className="editor"
      noValidate
      onBlur={look}
      onInput={look}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        save();
      }}
    >
      {heading?.(title)}
      <div className="bar">
        <LanguageTabs {...{ content, refused, outdated, locale }} onChoose={choose} />
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
          {(saved || saving !== 'unchanged') && (editor.choose ? conflictTexts.waits : words.editor[saving])}
        </p>
        {editor.choose && (
          <button type="button" className="choose" onClick={editor.choose}>
            {conflictTexts.open}
          </button>
        )}
        {saved && (
          <a className="below" href="#publication">
            {publication}
          </a>
        )}
        <button
          type="submit"
          className="primary"
          disabled={readOnly}
          aria-disabled={!canSave}
          aria-keyshortcuts="Control+S"
        >
          {words.editor.save}
        </button>
        {editor.failure !== undefined && refused.length === 0 && (
          <Failure error={editor.failure} words={words} retry={save} />
        )}
      </div>
      {readOnly && <p className="note">{words.editor.readOnly}</p>}
      {!editor.isKept && <p className="note">{words.editor.notKept}</p>}
      {elsewhere && (
        <div className="note" role="alert">
          <p>{words.editor.draftElsewhere(titleIn(elsewhere.content) ?? words.events.untitled)}</p>
          <p className="actions">
            <button type="button" onClick={() => void editor.takeDraft(elsewhere)}>
              {words.editor.draftCopy}
            </button>
          </p>
        </div>
      )}
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
      {editor.failure !== undefined && refused.length > 0 && <RefusedFields errors={errors} onChoose={show} />}
      <FieldsContext value={fields}>
        <div className={languages.isBeside ? 'columns beside' : 'columns'}>
          <div role="tabpanel" id="text" aria-labelledby={`tab-${locale}`}>
            {fieldsOf({ ...given, content })}
          </div>
          <div>{aside}</div>
        </div>
      </FieldsContext>
      {editor.conflict && <ConflictDialog conflict={editor.conflict} item={saved?.id} onSettled={editor.settle} />}
    </form>
  );
};
