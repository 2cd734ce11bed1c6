import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { ArtworkContent } from '../../../../shared/model/exhibitions/artwork.ts';
import { RefusedError } from '../../api/api.ts';
import { madeBefore } from '../../api/made-before.ts';
import { useConsole, useWords } from '../../console-context.ts';
import { ExhibitionFrame } from '../../exhibitions/exhibition-frame.tsx';
import { may } from '../../exhibitions/may.ts';
import type { StaffExhibition } from '../../exhibitions/staff-exhibition.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { Failure } from '../../ui/failure.tsx';
import { TextField } from '../../ui/field.tsx';
import { whenLeft } from '../../ui/when-left.ts';
import { uploadPicture } from '../../uploads/upload-picture.ts';
import { languageName } from '../../words/language-name.ts';
import { ConsentFields } from '../consent-fields.tsx';
import { consentErrors, errorFinder } from '../errors-of-fields.ts';
import { forgetForm, keepForm, keptDays, keptForm, keyOf } from '../kept.ts';
import { ShownArtist } from '../shown-artist.tsx';
import { entryWords } from '../words.ts';
import { correctionOf } from './correction-of.ts';
import { contentOfForm, type EntryForm, emptyForm, isBegun, nextForm } from './entry-form.ts';
import { Photograph } from './photograph.tsx';
import { enterOneWords } from './words.ts';
import '../entries.css';

/** How long after the last key a form is kept, in milliseconds. */
const pause = 500;

const Form = ({ exhibition }: { exhibition: StaffExhibition }) => {
  const { api, session, words, person, site, language, announce } = useConsole();
  const texts = useWords(enterOneWords);
  const { columns, fields } = useWords(entryWords);
  const queries = useQueryClient();
  const key = keyOf(person.id, exhibition.id);
  const [form, setForm] = useState<EntryForm>();
  const [failure, setFailure] = useState<unknown>();
  const [progress, setProgress] = useState<string>();
  const [entered, setEntered] = useState<number>();
  const first = useRef<HTMLHeadingElement>(null);
  const locale = site.locales.find((one) => one === language) ?? site.defaultLocale;

  // biome-ignore lint/correctness/useExhaustiveDependencies: said once, when the screen is opened
  useEffect(() => {
    void keptForm(key)
      .catch(() => undefined)
      .then((kept) => {
        // A form of an earlier version has no key yet.
        setForm({ ...emptyForm(), ...(kept as Partial<EntryForm> | undefined) });
        if (kept) announce(texts.takenUp);
      });
  }, [key]);
  const latest = useRef(form);
  latest.current = form;
  useEffect(() => {
    const keep = () => {
      // A person who signs out, here or in another tab, leaves nothing behind.
      if (!session.isSignedIn || !latest.current || !isBegun(latest.current)) return;
      void keepForm(key, latest.current).catch(() => {});
    };
    const stopKeeping = whenLeft(keep);
    return () => {
      keep();
      stopKeeping();
    };
  }, [key, session]);
  useEffect(() => {
    if (!form || !isBegun(form)) return;
    const timer = setTimeout(() => {
      if (session.isSignedIn) void keepForm(key, form).catch(() => {});
    }, pause);
    return () => clearTimeout(timer);
  }, [key, form, session]);
  if (!form) return <p>{words.loading}</p>;

  const isSending = progress !== undefined;
  // What is on its way is what was written: the next work begins once this one is entered.
  const set = (changes: Partial<EntryForm>) => {
    if (!isSending) setForm({ ...form, ...changes });
  };
  const errors = failure instanceof RefusedError ? (failure.problem.errors ?? []) : [];
  const errorAt = errorFinder(errors);
  const { artist } = contentOfForm(form, locale, undefined);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isSending) return;
    setFailure(undefined);
    setProgress(texts.sending);
    try {
      const upload =
        form.photograph &&
        (await uploadPicture(api, form.photograph, (at) =>
          setProgress(at.state === 'sending' ? texts.sent(Math.floor(100 * at.sent)) : texts.preparing),
        ));
      const body = contentOfForm(form, locale, upload?.uploadId) as ArtworkContent;
      const params = { id: exhibition.id };
      const { entryNumber } = await api
        .call('createArtwork', { params, body, key: form.key })
        .catch(async (error: unknown) => {
          const artworkId = madeBefore(error);
          if (artworkId === undefined) throw error;
          const at = { ...params, artworkId };
          const entered = await api.call('getStaffArtwork', { params: at });
          return api.call('updateArtwork', { params: at, version: 1, body: correctionOf(entered, body) });
        });
      await forgetForm(key).catch(() => {});
      void queries.invalidateQueries({ queryKey: ['entries', exhibition.id] });
      setForm(nextForm(form));
      setEntered(entryNumber);
      announce(texts.entered(entryNumber));
      first.current?.focus();
    } catch (error) {
      setFailure(error);
    } finally {
      setProgress(undefined);
    }
  };
  return (
    <form className="enter-one" onSubmit={(event) => void submit(event)}>
      <h2 ref={first} tabIndex={-1}>
        {texts.title}
      </h2>
      {entered !== undefined && (
        <p className="note">
          {texts.entered(entered)} {texts.next}
        </p>
      )}
      <fieldset className="enter-fields" aria-disabled={isSending || undefined}>
        <Photograph file={form.photograph} onChosen={(photograph) => set({ photograph })} />
        <TextField
          label={columns.artist}
          value={form.name}
          onChange={(name) => set({ name })}
          error={errorAt('artist.name')}
        />
        <TextField
          label={columns.age}
          value={form.age}
          onChange={(age) => set({ age })}
          error={errorAt('artist.ageAtEntry')}
        />
        <label className="check">
          <input type="checkbox" checked={form.isMinor} onChange={({ target }) => set({ isMinor: target.checked })} />
          {fields.isMinor}
        </label>
        <TextField label={columns.school} value={form.school} onChange={(school) => set({ school })} />
        <TextField label={columns.region} value={form.region} onChange={(region) => set({ region })} />
        <ConsentFields
          value={form.consent}
          consenting={{ isMinor: form.isMinor }}
          onChange={(consent) => set({ consent })}
          errors={consentErrors(errors)}
        />
        {artist?.name && <ShownArtist artist={artist} />}
        <p className="help">{texts.textsHelp(languageName(locale, language))}</p>
        <TextField label={columns.title} lang={locale} value={form.title} onChange={(title) => set({ title })} />
        <TextField label={columns.alt} lang={locale} value={form.alt} onChange={(alt) => set({ alt })} lines={2} />
      </fieldset>
      {failure !== undefined && <Failure error={failure} words={words} />}
      <p className="actions">
        <ActButton type="submit" className="primary" isOff={isSending || !isBegun(form)}>
          {texts.enter}
        </ActButton>
        <Link className="button" href={`/exhibitions/${exhibition.id}/entries`}>
          {texts.toList}
        </Link>
      </p>
      <p role="status">{progress}</p>
      <p className="help">{texts.keptHere(keptDays)}</p>
    </form>
  );
};

/** One form for one work, for a phone: photograph, name, consent. */
export const EnterOnePage = ({ id }: { id: string }) => {
  const { person, words } = useConsole();
  return (
    <ExhibitionFrame id={id}>
      {(exhibition) =>
        may('enter', exhibition, person) ? (
          <Form exhibition={exhibition} />
        ) : (
          <p className="note">{words.editor.readOnly}</p>
        )
      }
    </ExhibitionFrame>
  );
};
