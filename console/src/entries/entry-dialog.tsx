import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Artist, entryStatuses } from '../../../shared/model/exhibitions/artwork.ts';
import { isSameJson } from '../../../shared/model/json/is-same-json.ts';
import { sentConsent, type WrittenConsent } from '../consent/written-consent.ts';
import { useConsole, useWords } from '../console-context.ts';
import type { StaffExhibition } from '../exhibitions/staff-exhibition.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Choice, TextField } from '../ui/field.tsx';
import { LeaveButton } from '../ui/leave-button.tsx';
import { useLeaveWarning } from '../ui/use-leave-warning.ts';
import { languageName } from '../words/language-name.ts';
import { ConsentFields } from './consent-fields.tsx';
import type { EntryEdits } from './edits/entry-edits.ts';
import type { Entry } from './entry.ts';
import { cellText, statusOf } from './entry-columns.ts';
import { consentErrors, errorFinder } from './errors-of-fields.ts';
import { mayEntry } from './may-entry.ts';
import { ShownArtist } from './shown-artist.tsx';
import { entryWords } from './words.ts';

interface EntryDialogProps {
  readonly exhibition: StaffExhibition;
  readonly entry: Entry;
  readonly edits: EntryEdits;
  readonly onClose: () => void;
}

const textFields = ['title', 'description', 'alt'] as const;

const artistFields = ['name', 'ageAtEntry', 'school', 'region'] as const;

const numbers = new Set(['artist.ageAtEntry', 'year']);

/** What was written into a field, and what the person saw there before. */
interface Written {
  readonly value: unknown;
  readonly seen: { readonly value: unknown };
}

/** What was typed into a field, as the API takes it. */
const typedValue = (path: string, typed: unknown): unknown => {
  if (typeof typed !== 'string') return typed;
  const text = typed.trim();
  if (text === '') return undefined;
  return numbers.has(path) && /^\d{1,4}$/.test(text) ? Number(text) : text;
};

/** Everything of one entry: its picture large, its texts in each language, its artist and the consent. */
export const EntryDialog = ({ exhibition, entry, edits, onClose }: EntryDialogProps) => {
  const { words, person, site, language } = useConsole();
  const texts = useWords(entryWords);
  const [typed, setTyped] = useState<Readonly<Record<string, Written>>>({});
  const mayChange = mayEntry('changeEntry', exhibition, entry, person);
  const mayConsent = mayEntry('changeConsent', exhibition, entry, person);
  const errors = edits.errorsOf(entry);
  const errorAt = errorFinder(errors);
  // The list may take in what others have saved while the person is writing.
  const set = (path: string) => (value: unknown) => {
    setTyped((before) => ({
      ...before,
      [path]: { value, seen: before[path]?.seen ?? { value: edits.valueOf(entry, path) } },
    }));
  };
  const shown = (path: string) => (typed[path] ? typed[path].value : edits.valueOf(entry, path));
  const text = (path: string) => cellText(shown(path));
  const consent = shown('artist.consent') as WrittenConsent | undefined;
  const isMinor = (shown('artist.isMinor') ?? true) === true;
  const consenting = { isMinor, before: entry.artist };
  const sentValue = (path: string, value: unknown): unknown =>
    path === 'artist.consent' ? sentConsent((value ?? {}) as WrittenConsent, consenting) : typedValue(path, value);
  const artist = Object.fromEntries(
    artistFields.map((name) => [name, typedValue(`artist.${name}`, shown(`artist.${name}`))]),
  ) as Pick<Artist, (typeof artistFields)[number]>;
  const changes = Object.entries(typed)
    .map(([path, { value, seen }]) => ({ path, value: sentValue(path, value), seen }))
    .filter(({ value, seen }) => !isSameJson(value, seen.value));
  useLeaveWarning(changes.length > 0);
  const unsaved = changes.length > 0 ? texts.leaveUnsaved(changes.length) : undefined;
  const field = (path: string, label: string, more: { lines?: number; lang?: string } = {}) => (
    <TextField
      key={path}
      label={label}
      value={text(path)}
      onChange={set(path)}
      readOnly={!mayChange}
      error={errorAt(path)}
      {...more}
    />
  );
  return (
    <Dialog title={texts.entry(entry.entryNumber)} onClose={onClose} unsaved={unsaved}>
      <LargePicture exhibition={exhibition} entry={entry} />
      {entry.rejection && <p className="error">{entry.rejection.message}</p>}
      {entry.consentGap && <p className="error">{entry.consentGap}</p>}
      {!mayChange && <p className="note">{words.editor.readOnly}</p>}
      {site.locales.map((locale) => (
        <fieldset key={locale}>
          <legend>{languageName(locale, language)}</legend>
          {textFields.map((name) =>
            field(`translations.${locale}.${name}`, texts.fields[name], {
              lang: locale,
              ...(name === 'title' ? {} : { lines: 2 }),
            }),
          )}
        </fieldset>
      ))}
      {entry.artistHidden ? (
        <p className="note">{texts.hiddenForeign}</p>
      ) : (
        <>
          <fieldset>
            <legend>{texts.fields.artist}</legend>
            {field('artist.name', texts.columns.artist)}
            {field('artist.ageAtEntry', texts.columns.age)}
            {field('artist.school', texts.columns.school)}
            {field('artist.region', texts.columns.region)}
            <label className="check">
              <input
                type="checkbox"
                checked={isMinor}
                disabled={!mayChange}
                onChange={({ target }) => {
                  set('artist.isMinor')(target.checked);
                  // What a stored consent does not say means something else from now on: it is said as it is shown.
                  if (mayConsent && consent) set('artist.consent')(consent);
                }}
              />
              {texts.fields.isMinor}
            </label>
          </fieldset>
          {mayConsent && (entry.artist || artist.name) && (
            <ConsentFields
              value={consent ?? {}}
              consenting={consenting}
              onChange={set('artist.consent')}
              errors={consentErrors(errors)}
            />
          )}
          {artist.name && (
            <ShownArtist artist={{ ...artist, isMinor, consent: sentConsent(consent ?? {}, consenting) }} />
          )}
        </>
      )}
      <fieldset>
        <legend>{texts.fields.work}</legend>
        {field('medium', texts.fields.medium)}
        {field('year', texts.fields.year)}
        <Choice
          label={texts.columns.status}
          value={statusOf({ status: shown('status') as Entry['status'] })}
          onChange={set('status')}
          options={entryStatuses.map((status) => [status, texts.statuses[status]] as const)}
          disabled={!mayChange}
        />
      </fieldset>
      <p className="actions">
        {(mayChange || mayConsent) && (
          <button
            type="button"
            className="primary"
            disabled={changes.length === 0}
            onClick={() => {
              void edits.change(entry, changes);
              onClose();
            }}
          >
            {words.editor.save}
          </button>
        )}
        <LeaveButton />
      </p>
    </Dialog>
  );
};

/** The picture as large as the dialogue is wide: lists have the smallest form of it only. */
const LargePicture = ({ exhibition, entry }: { exhibition: StaffExhibition; entry: Entry }) => {
  const { api } = useConsole();
  const params = { id: exhibition.id, artworkId: entry.id };
  const { data } = useQuery({
    queryKey: ['entry-picture', entry.id, entry.uploadId],
    queryFn: ({ signal }) => api.call('getStaffArtwork', { params, signal }),
    enabled: entry.image !== undefined,
  });
  const jpegs = data?.image?.renditions.filter(({ type }) => type === 'image/jpeg') ?? entry.image?.renditions ?? [];
  const large = jpegs.find(({ width }) => width >= 600) ?? jpegs.at(-1);
  return large ? <img className="entry-large" src={large.url} alt="" /> : null;
};
