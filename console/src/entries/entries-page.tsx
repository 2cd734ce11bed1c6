import { useCallback, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { stageOf } from '../../../shared/model/staff/permissions.ts';
import { useConsole, useWords } from '../console-context.ts';
import { ExhibitionFrame } from '../exhibitions/exhibition-frame.tsx';
import { may } from '../exhibitions/may.ts';
import type { StaffExhibition } from '../exhibitions/staff-exhibition.ts';
import { now } from '../session/clock.ts';
import { Failure } from '../ui/failure.tsx';
import { BulkChange } from './bulk-change.tsx';
import { UnsavedEdits } from './edits/unsaved-edits.tsx';
import { useEdits } from './edits/use-edits.ts';
import { EntryDialog } from './entry-dialog.tsx';
import { EntryFilters } from './entry-filters.tsx';
import { filterEntries } from './filter-entries.ts';
import { EntryGrid } from './grid/entry-grid.tsx';
import { Likenesses } from './likenesses.tsx';
import { useEntries, useEntryFacts } from './use-entries.ts';
import { useEntryFilter } from './use-entry-filter.ts';
import { entryWords } from './words.ts';
import './entries.css';

/** True while the API hides whose entries they are, and with it the entries themselves: a jury rates them blind. */
const isBlind = (exhibition: StaffExhibition): boolean =>
  stageOf(exhibition as Parameters<typeof stageOf>[0]) === 'blind';

const Entries = ({ exhibition }: { exhibition: StaffExhibition }) => {
  const { words, person, site, language } = useConsole();
  const texts = useWords(entryWords);
  const { list, entries, replace, isComplete } = useEntries(exhibition);
  const { likenesses, ratings } = useEntryFacts(exhibition, isComplete);
  const { edits, pending } = useEdits(exhibition.id, entries, replace);
  const address = useEntryFilter();
  const { filter, isFiltered, clear, set } = address;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState<string>();
  const locale =
    site.locales.find((one) => one === filter.in) ?? site.locales.find((one) => one === language) ?? site.defaultLocale;
  const facts = useMemo(
    () => ({
      locales: site.locales,
      alike: new Set(likenesses?.flatMap(({ artworkIds }) => artworkIds)),
      ratings,
      now: now(),
      timeZone: site.timeZone,
    }),
    [site, likenesses, ratings],
  );
  const shown = useMemo(() => filterEntries(entries, filter, facts), [entries, filter, facts]);
  const select = useCallback((ids: readonly string[], isSelected: boolean) => {
    setSelected((before) => {
      const after = new Set(before);
      for (const id of ids)
        if (isSelected) after.add(id);
        else after.delete(id);
      return after;
    });
  }, []);
  const open = entries.find(({ id }) => id === opened);
  const path = `/exhibitions/${exhibition.id}/entries`;
  const isHidden = entries.some(({ artistHidden }) => artistHidden);
  return (
    <>
      {may('enter', exhibition, person) && (
        <p className="actions">
          <Link className="button primary" href={`${path}/new`}>
            {texts.enterOne}
          </Link>
          <Link className="button" href={`${path}/sheet`}>
            {texts.enterSheet}
          </Link>
        </p>
      )}
      {isHidden && <p className="note">{isBlind(exhibition) ? texts.hiddenBlind : texts.hiddenForeign}</p>}
      <UnsavedEdits edits={edits} pending={pending} onOpen={setOpened} />
      <EntryFilters {...{ entries, facts, locale, address }} />
      {list.error && <Failure error={list.error} words={words} retry={() => void list.refetch()} />}
      <div className="entry-found">
        <p role="status">
          {isComplete ? texts.found(shown.length, entries.length) : texts.loadingEntries(entries.length)}
        </p>
        {isFiltered && (
          <button type="button" onClick={clear}>
            {texts.clear}
          </button>
        )}
        {(likenesses?.length ?? 0) > 0 && (
          <button
            type="button"
            aria-pressed={filter.view === 'likenesses'}
            onClick={() => set({ view: filter.view ? '' : 'likenesses' })}
          >
            {texts.likenesses(likenesses?.length ?? 0)}
          </button>
        )}
      </div>
      {filter.view === 'likenesses' && likenesses ? (
        <Likenesses likenesses={likenesses} entries={entries} locale={locale} onOpen={setOpened} />
      ) : (
        shown.length > 0 && (
          <>
            <p className="help" id="entry-grid-help">
              {texts.gridHelp}
            </p>
            <EntryGrid
              {...{ exhibition, facts, locale, edits, pending, selected }}
              entries={shown}
              onSelect={select}
              onOpen={setOpened}
            />
          </>
        )
      )}
      <BulkChange
        {...{ exhibition, edits }}
        selected={shown.filter(({ id }) => selected.has(id))}
        onSelected={(ids) => setSelected(new Set(ids))}
      />
      {open && <EntryDialog {...{ exhibition, edits }} entry={open} onClose={() => setOpened(undefined)} />}
    </>
  );
};

/** All entries of an exhibition, to look through, mend and complete. */
export const EntriesPage = ({ id }: { id: string }) => {
  const { person } = useConsole();
  const texts = useWords(entryWords);
  return (
    <ExhibitionFrame id={id}>
      {(exhibition) =>
        isBlind(exhibition) && person.role !== 'contributor' ? (
          <p className="note">{texts.blind}</p>
        ) : (
          <Entries exhibition={exhibition} />
        )
      }
    </ExhibitionFrame>
  );
};
